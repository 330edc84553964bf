using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What mentoring is; for members what waits for them, their pacts and who fits.</summary>
sealed class IndexModel(AppDb db, CurrentMember current, WishReader wishes, MatchReader matches, MatchWords words, TimeProvider clock, IStringLocalizer<MentoringText> text) : PageModel
{
    const int MostMatches = 8;
    const int MostShown = 50;

    public Member? Me { get; private set; }
    public MentoringWish? Ask { get; private set; }
    public MentoringWish? Offer { get; private set; }
    public IReadOnlyList<MatchRow> Mentors { get; private set; } = [];
    public IReadOnlyList<MatchRow> Mentees { get; private set; } = [];
    public IReadOnlyList<RequestRow> ToMe { get; private set; } = [];
    public IReadOnlyList<RequestRow> FromMe { get; private set; } = [];
    public IReadOnlyList<PactRow> Pacts { get; private set; } = [];
    public IReadOnlyList<PactRow> Ended { get; private set; } = [];

    /// <summary>Pacts of my communities that I am not in, with the name of the community.</summary>
    public IReadOnlyList<(string Url, string Community)> OfCommunities { get; private set; } = [];

    /// <summary>People who offer, and who ask, now.</summary>
    public int Offers { get; private set; }
    public int Asks { get; private set; }
    public int Passed { get; private set; }
    public bool Coordinates => Me is { IsEditor: true };

    public async Task OnGetAsync(CancellationToken stop)
    {
        Me = await current.GetAsync(stop);
        Offers = await db.MentoringWishes.Open(WishKind.Offer).CountAsync(stop);
        Asks = await db.MentoringWishes.Open(WishKind.Ask).CountAsync(stop);
        if (Me is not { } me)
            return;
        Ask = await wishes.OfAsync(me.Id, WishKind.Ask, stop);
        Offer = await wishes.OfAsync(me.Id, WishKind.Offer, stop);
        Mentors = await MatchesAsync(Ask, stop);
        Mentees = await MatchesAsync(Offer, stop);
        Passed = await db.MentoringPasses.CountAsync(p => p.ById == me.Id, stop);
        await LoadRequestsAsync(me, stop);
        var pacts = await db.Pacts.AsNoTracking().Of(me.Id).Include(p => p.Members).ThenInclude(m => m.Member).OrderByDescending(p => p.MadeAt).Take(MostShown).ToListAsync(stop);
        var rows = pacts.ConvertAll(p => PactRow.Of(p, me.Id));
        (Pacts, Ended) = ([.. rows.Where(p => p.IsOpen)], [.. rows.Where(p => !p.IsOpen)]);
        await LoadOfCommunitiesAsync(me, stop);
    }

    /// <summary>The two are not shown to each other any more. Nobody else knows.</summary>
    public async Task<IActionResult> OnPostPassAsync(string handle, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (await db.Members.SingleOrDefaultAsync(m => m.Handle == handle && m.ErasedAt == null && m.Id != me.Id, stop) is not { } other)
            return NotFound();
        if (!await db.MentoringPasses.AnyAsync(p => p.ById == me.Id && p.OtherId == other.Id, stop))
            db.MentoringPasses.Add(new(me.Id, other.Id, clock.GetUtcNow()));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/mentoring#matches", text["PassedOver"]);
    }

    /// <summary>Those I passed over are shown again, unless they passed me over.</summary>
    public async Task<IActionResult> OnPostShowAllAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        db.MentoringPasses.RemoveRange(await db.MentoringPasses.Where(p => p.ById == me.Id).ToListAsync(stop));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/mentoring#matches", text["AllShown"]);
    }

    async Task<IReadOnlyList<MatchRow>> MatchesAsync(MentoringWish? mine, CancellationToken stop)
    {
        if (mine is null)
            return [];
        var found = await matches.ForAsync(mine, MostMatches, stop);
        var why = await words.SayAsync([.. found.Select(m => m.Match)], mine.Kind == WishKind.Ask ? WishKind.Offer : WishKind.Ask, stop);
        var ids = found.Select(m => m.Wish.ListingId).OfType<Guid>().ToList();
        var names = await db.Listings.Public().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, stop);
        return [.. found.Select((m, i) => new MatchRow(m.Wish.Member, m.Wish.ListingId is { } of ? names.GetValueOrDefault(of) : null, why[i], m.Wish.Terms.Words, m.Wish.Form, MentoringAddress.OfProposal(mine.Kind, m.Wish.Member.Handle)))];
    }

    async Task LoadOfCommunitiesAsync(Member me, CancellationToken stop)
    {
        var mine = await db.Listings.Public().OfTeammate(me.Id).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, stop);
        if (mine.Count == 0)
            return;
        var pacts = await db.Pacts.AsNoTracking().OfCommunities(mine.Keys).Where(p => !p.Members.Any(m => m.MemberId == me.Id && m.LeftAt == null)).Include(p => p.Members)
            .OrderByDescending(p => p.MadeAt).Take(MostShown).ToListAsync(stop);
        OfCommunities = [.. pacts.Select(p => ($"{MentoringAddress.OfPact(p.Id)}/come-in", mine[p.Members.First(m => m.LeftAt is null && m.ListingId is { } of && mine.ContainsKey(of)).ListingId!.Value]))];
    }

    async Task LoadRequestsAsync(Member me, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var since = now - MentoringRequest.Waits;
        var sent = await db.MentoringRequests.AsNoTracking().Where(r => (r.FromId == me.Id || r.ToId == me.Id) && r.At > since).OrderBy(r => r.At).Take(MostShown).ToListAsync(stop);
        var ids = sent.SelectMany(r => new[] { r.FromId, r.ToId }).Distinct().ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        ToMe = [.. sent.Where(r => r.ToId == me.Id && r.IsOpenAt(now)).Select(r => new RequestRow(r, people[r.FromId]))];
        FromMe = [.. sent.Where(r => r.FromId == me.Id && r.SeemsOpenAt(now)).Select(r => new RequestRow(r, people[r.ToId]))];
    }
}

/// <param name="Community">For which they speak; null for themselves.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Says">Their own words.</param>
sealed record MatchRow(Member Member, string? Community, string Why, string Says, MentoringForm Form, string Url);

sealed record RequestRow(MentoringRequest Request, Member Other)
{
    public string Url => MentoringAddress.OfRequest(Request.Id);
}

/// <param name="With">Names of the others.</param>
sealed record PactRow(string Url, string Goal, PactRole Role, IReadOnlyList<string> With, DateOnly EndsOn, bool IsOpen)
{
    public static PactRow Of(Pact pact, Guid me) => new(MentoringAddress.OfPact(pact.Id), pact.Plan.Goal, pact.RoleOf(me)!.Role,
        [.. pact.Members.Where(m => m.MemberId != me && m.LeftAt is null).Select(m => m.Member.Name)], pact.Plan.EndsOn, pact.IsOpen);
}
