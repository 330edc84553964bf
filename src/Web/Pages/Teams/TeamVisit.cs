using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>A peer team as one signed-in member has opened it, with its communities and what the member is in it.</summary>
public sealed class TeamVisit(AppDb db, CurrentMember current, TimeProvider clock)
{
    public PeerTeam Team { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>The communities with a place in the team, asked or taken, each with its own people.</summary>
    public IReadOnlyDictionary<Guid, Listing> Communities { get; private set; } = new Dictionary<Guid, Listing>();

    /// <summary>Communities whose profiles I look after or am on the team of.</summary>
    public IReadOnlyList<Guid> Mine { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string Address => TeamAddress.Of(Team.Slug);
    public bool CanChange => Team.Ending is null && Team.CanBeChangedBy(Me, Mine);
    public bool CanLead => Team.CanBeLedBy(Me, Mine);

    /// <summary>Places that were offered to a community for which I may answer.</summary>
    public IEnumerable<TeamPlace> Offered => Team.Ending is null ? Team.Places.Where(p => !p.IsTaken && Answers(p)) : [];

    public bool IsAskedToCoach => Team.Ending is null && Team.Coach is { AcceptedAt: null } asked && asked.MemberId == Me.Id;

    /// <summary>I may say yes, no or goodbye for this community.</summary>
    public bool Answers(TeamPlace place) => Communities[place.ListingId].CanBeEditedBy(Me);

    /// <summary>False when there is no such team.</summary>
    public async Task<bool> OpenAsync(string slug, CancellationToken stop)
    {
        Me = await current.RequireAsync(stop);
        return await LoadAsync(slug, stop);
    }

    /// <summary>Changes the team, one after the other with whoever else does: the last free place has one taker.</summary>
    public async Task ChangeAsync(Func<Task> change, CancellationToken stop)
    {
        var slug = Team.Slug;
        db.ChangeTracker.Clear();
        await db.InTurnAsync(async () =>
        {
            Me = await db.Members.SingleAsync(m => m.Id == Me.Id, stop);
            await LoadAsync(slug, stop);
            await change();
            return true;
        }, stop);
    }

    public Task ChangeAsync(Action change, CancellationToken stop) => ChangeAsync(() =>
    {
        change();
        return Task.CompletedTask;
    }, stop);

    async Task<bool> LoadAsync(string slug, CancellationToken stop)
    {
        if (await db.PeerTeams.VisibleTo(Me).Include(t => t.Places).SingleOrDefaultAsync(t => t.Slug == slug, stop) is not { } team)
            return false;
        Team = team;
        Mine = await db.Listings.Public(ListingKind.Community).OfTeammate(Me.Id).Select(l => l.Id).ToListAsync(stop);
        var ids = team.Places.Select(p => p.ListingId).ToList();
        Communities = await db.Listings.Include(l => l.Seats).Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, stop);
        return true;
    }
}
