using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>For those who coordinate: who looks for a mentor and has none, and why. What people said no to is not shown.</summary>
sealed class UnmatchedModel(AppDb db, CurrentMember current, WishReader wishes) : PageModel
{
    const int Most = 200;
    const int MostOffers = 1_000;

    public IReadOnlyList<UnmatchedRow> Asks { get; private set; } = [];

    /// <summary>Mentors with places, those who wait longest first.</summary>
    public IReadOnlyList<FreeRow> Free { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (!me.IsEditor)
            return NotFound();
        var asks = await db.MentoringWishes.AsNoTracking().Include(w => w.Member).Open(WishKind.Ask)
            .Where(w => !db.Pacts.Any(p => p.Ending == null && p.Members.Any(m => m.MemberId == w.MemberId && m.Role == PactRole.Mentee && m.LeftAt == null)))
            .OrderBy(w => w.OpenedAt).Take(Most).ToListAsync(stop);
        var offers = await db.MentoringWishes.AsNoTracking().Include(w => w.Member).Open(WishKind.Offer).OrderBy(w => w.OpenedAt).Take(MostOffers).ToListAsync(stop);
        var taken = await wishes.TakenAsync([.. offers.Select(o => o.Id)], stop);
        var tried = await wishes.TriedAsync(offers, stop);
        var sides = offers.ConvertAll(o => (Offer: o, Side: wishes.Side(o, tried), HasPlace: taken.GetValueOrDefault(o.Id) < o.Places));
        Asks = [.. asks.Select(a => Row(a, sides))];
        Free = [.. sides.Where(s => s.HasPlace).Take(Most).Select(s => new FreeRow(s.Offer.Member, s.Offer.Places - taken.GetValueOrDefault(s.Offer.Id), s.Offer.OpenedAt))];
        return Page();
    }

    UnmatchedRow Row(MentoringWish ask, List<(MentoringWish Offer, MatchSide Side, bool HasPlace)> offers)
    {
        var mine = wishes.Side(ask, Enumerable.Empty<TriedIdea>().ToLookup(_ => ask.Id));
        var others = offers.Where(o => o.Offer.MemberId != ask.MemberId).ToList();
        var fitting = others.Where(o => MentoringMatch.Between(mine, o.Side) is not null).ToList();
        var why = fitting.Any(o => o.HasPlace) ? WhyUnmatched.NotChosen
            : fitting.Count > 0 ? WhyUnmatched.AllFull
            : others.Any(o => o.Side.Terms.Languages.Intersect(ask.Terms.Languages).Any()) ? WhyUnmatched.NobodyOnThat
            : WhyUnmatched.NobodyInTheirLanguage;
        return new(ask.Member, ask.Terms, ask.OpenedAt, fitting.Count(o => o.HasPlace), why);
    }
}

sealed record UnmatchedRow(Member Member, MentoringTerms Terms, DateTimeOffset Since, int Fitting, WhyUnmatched Why);

sealed record FreeRow(Member Member, int Places, DateTimeOffset Since);

enum WhyUnmatched
{
    /// <summary>Somebody fits and has a place.</summary>
    NotChosen,
    AllFull,
    NobodyOnThat,
    NobodyInTheirLanguage,
}
