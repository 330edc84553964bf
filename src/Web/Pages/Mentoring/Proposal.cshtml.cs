using System.Globalization;
using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Proposes a pact to somebody who fits.</summary>
sealed class ProposalModel(AppDb db, CurrentMember current, WishReader wishes, MatchReader matches, MatchWords words, TimeProvider clock, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    /// <summary>Open at a time: whoever asks everybody is answered by nobody.</summary>
    const int MostOpen = 10;
    const int UsualMonths = 6;

    Member _me = null!;
    MentoringWish _mine = null!;
    MentoringWish _theirs = null!;

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    /// <summary>Mine: whoever asks proposes to a mentor.</summary>
    public WishKind Kind { get; private set; }
    public Member Other => _theirs.Member;
    public MentoringTerms Theirs => _theirs.Terms;

    /// <summary>Why the two fit; empty when they do not, or not any more.</summary>
    public string Why { get; private set; } = "";

    DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string kind, string handle, CancellationToken stop)
    {
        if (!await LoadAsync(kind, handle, stop) || Why.Length == 0)
            return NotFound();
        Input = new() { Rhythm = _mine.Terms.Rhythm.ToString(), EndsOn = Today.AddMonths(UsualMonths).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string handle, CancellationToken stop)
    {
        if (!await LoadAsync(kind, handle, stop))
            return NotFound();
        var plan = Input.Read(Today, ModelState, text);
        if (!ModelState.IsValid)
            return this.Refused();
        await db.InTurnAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var open = db.MentoringRequests.OpenAt(now);
            if (await open.AnyAsync(r => (r.FromId == _me.Id && r.ToId == Other.Id) || (r.FromId == Other.Id && r.ToId == _me.Id), stop))
                throw new RuleBrokenException("One of you has asked the other already. Look at your requests.");
            if (await open.CountAsync(r => r.FromId == _me.Id, stop) >= MostOpen)
                throw new RuleBrokenException("You have 10 open requests. Wait for an answer or take one back first.");
            var (ask, offer) = Kind == WishKind.Ask ? (_mine, _theirs) : (_theirs, _mine);
            var taken = (await wishes.TakenAsync([offer.Id], stop)).GetValueOrDefault(offer.Id);
            var request = new MentoringRequest(ask, offer, _me, plan, CleanText.Lines(Input.Words), taken, now);
            // Whoever passed me over is not asked, and I do not learn of it.
            if (await db.MentoringPasses.AnyAsync(p => p.ById == Other.Id && p.OtherId == _me.Id, stop))
                request.Decline(Other, now);
            db.MentoringRequests.Add(request);
            return true;
        }, stop);
        return this.Done("/mentoring#requests", text["RequestSent", Other.Name]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["kind"]!, (string)RouteData.Values["handle"]!, HttpContext.RequestAborted);

    /// <returns>False when one of the two has no such wish, or nobody goes by that name.</returns>
    async Task<bool> LoadAsync(string kind, string handle, CancellationToken stop)
    {
        Kind = kind == "ask" ? WishKind.Ask : WishKind.Offer;
        var opposite = Kind == WishKind.Ask ? WishKind.Offer : WishKind.Ask;
        _me = await current.RequireAsync(stop);
        if (await wishes.OfAsync(_me.Id, Kind, stop) is not { } mine
            || await db.MentoringWishes.Include(w => w.Member).SingleOrDefaultAsync(w => w.Kind == opposite && w.Member.Handle == handle && w.Member.ErasedAt == null, stop) is not { } theirs)
            return false;
        (_mine, _theirs) = (mine, theirs);
        if (await matches.WithAsync(mine, theirs.MemberId, stop) is { } matched)
            Why = (await words.SayAsync([matched.Match], opposite, stop))[0];
        return true;
    }
}
