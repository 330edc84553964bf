using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Visits;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Help given and received, by me and by the communities on whose team I am: in the order of time, never as a ranking.</summary>
sealed class LedgerModel(AppDb db, CurrentMember current) : PageModel
{
    const int Most = 200;

    public IReadOnlyList<LedgerAccount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        var teams = await db.Listings.AsNoTracking().Public().OfTeammate(me.Id).OrderBy(l => l.Name).Select(l => new { l.Id, l.Name }).ToListAsync(stop);
        var ids = teams.ConvertAll(t => (Guid?)t.Id);
        var pacts = await db.Pacts.AsNoTracking().Where(p => p.Members.Any(m => m.MemberId == me.Id || ids.Contains(m.ListingId)))
            .Include(p => p.Members).ThenInclude(m => m.Member).Include(p => p.Questions).OrderByDescending(p => p.MadeAt).Take(Most).AsSplitQuery().ToListAsync(stop);
        var visits = await db.Visits.AsNoTracking().Of(me.Id).Agreed().Where(v => v.Report != null).Include(v => v.Host).Include(v => v.Guest).OrderByDescending(v => v.AppliedAt).Take(Most).ToListAsync(stop);
        Accounts =
        [
            new(null, Lines(pacts, m => m.MemberId == me.Id, PactRole.Mentor, me.Id), Lines(pacts, m => m.MemberId == me.Id, PactRole.Mentee, me.Id)),
            .. teams.Select(t => new LedgerAccount(t.Name,
                [.. visits.Where(v => v.HostId == t.Id).Select(v => Line(v, v.Guest)), .. Lines(pacts, m => m.ListingId == t.Id, PactRole.Mentor, me.Id)],
                [.. visits.Where(v => v.GuestId == t.Id).Select(v => Line(v, v.Host)), .. Lines(pacts, m => m.ListingId == t.Id, PactRole.Mentee, me.Id)]))
                .Where(a => a.Given.Count + a.Received.Count > 0),
        ];
    }

    /// <summary>What a pact was about is for its people; a teammate learns that there was help, when and by whom of the team.</summary>
    static List<LedgerLine> Lines(List<Pact> pacts, Func<PactMember, bool> ours, PactRole role, Guid me) =>
    [
        .. pacts.Where(p => p.Members.Any(m => ours(m) && m.Role == role)).Select(p => p.RoleOf(me) is null
            ? new LedgerLine(null, null, [.. p.Members.Where(ours).Where(m => m.LeftAt is null).Select(m => m.Member.Name)], DateOnly.FromDateTime(p.MadeAt.UtcDateTime), End(p), 0)
            : new(MentoringAddress.OfPact(p.Id), p.Plan.Goal, [.. p.Members.Where(m => m.MemberId != me && m.LeftAt is null).Select(m => m.Member.Name)], DateOnly.FromDateTime(p.MadeAt.UtcDateTime), End(p), p.Questions.Count(q => q.AnsweredAt is not null))),
    ];

    static LedgerLine Line(Visit visit, Listing other) =>
        new(VisitAddress.Of(visit.Id), null, [other.Content.In(PageFrame.Language).Name], DateOnly.FromDateTime(visit.Report!.At.UtcDateTime), null, 0, IsVisit: true);

    static DateOnly? End(Pact pact) => pact.Ending is { } ending ? DateOnly.FromDateTime(ending.At.UtcDateTime) : null;
}

/// <param name="Community">Null: my own.</param>
sealed record LedgerAccount(string? Community, IReadOnlyList<LedgerLine> Given, IReadOnlyList<LedgerLine> Received);

/// <param name="Url">Null for who is not in the pact.</param>
/// <param name="With">The others in it, or for a teammate those of the team.</param>
/// <param name="Answered">Questions that were answered together.</param>
sealed record LedgerLine(string? Url, string? Goal, IReadOnlyList<string> With, DateOnly From, DateOnly? Until, int Answered, bool IsVisit = false);
