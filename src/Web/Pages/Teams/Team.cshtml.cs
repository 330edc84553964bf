using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>The page of one peer community team.</summary>
[KeptForVisitors(PageArea.Communities)]
sealed class TeamModel(AppDb db, CurrentMember current, TeamVisit visit, TimeProvider clock) : PageModel
{
    const int MostGatherings = 5;
    const int MostStories = 6;

    public PeerTeam Team { get; private set; } = null!;
    public TeamRow Row { get; private set; } = null!;

    /// <summary>Null when there is none, or when the viewer may not see their profile.</summary>
    public CoachRow? Coach { get; private set; }

    /// <summary>Null for whoever may not know of it.</summary>
    public string? RoomAddress { get; private set; }

    /// <summary>I belong into the room and am not in it yet.</summary>
    public bool MayComeIn { get; private set; }
    public string RoomSlug { get; private set; } = "";
    public IReadOnlyList<GatheringRow> Gatherings { get; private set; } = [];
    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];
    public bool CanChange { get; private set; }

    /// <summary>I was asked to coach, or for one of my communities.</summary>
    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var me = await current.GetAsync(stop);
        if (await db.PeerTeams.AsNoTracking().VisibleTo(me).Include(t => t.Places).SingleOrDefaultAsync(t => t.Slug == slug, stop) is not { } team)
            return NotFound();
        Team = team;
        Row = TeamRows.Row(team, await db.CommunitiesOfAsync([team], stop));
        if (team.Coach is { AcceptedAt: not null } coach)
            Coach = await db.Members.VisibleTo(me).Where(m => m.Id == coach.MemberId).Select(m => new CoachRow(m.Name, m.Handle)).SingleOrDefaultAsync(stop);
        Gatherings = await db.NextAsync(db.Gatherings.Public().Where(g => g.RoomId == team.RoomId), clock.GetUtcNow(), MostGatherings, stop);
        var communities = team.Taken.Select(p => (Guid?)p.ListingId).ToList();
        Stories = (await db.Stories.Public().Where(s => communities.Contains(s.ListingId)).Newest().Take(MostStories).ToRowsAsync(PageFrame.Language, stop)).Rows();
        await ReadRoomAsync(me, stop);
        if (me is not null && await visit.OpenAsync(slug, stop))
            (CanChange, IsAsked) = (visit.CanChange, visit.IsAskedToCoach || visit.Offered.Any(p => visit.Mine.Contains(p.ListingId)));
        return Page();
    }

    async Task ReadRoomAsync(Member? me, CancellationToken stop)
    {
        RoomSlug = await db.Rooms.Where(r => r.Id == Team.RoomId).Select(r => r.Slug).SingleAsync(stop);
        if (!await db.Rooms.KnownTo(me).AnyAsync(r => r.Id == Team.RoomId, stop))
            return;
        var reads = await db.Rooms.VisibleTo(me).AnyAsync(r => r.Id == Team.RoomId, stop);
        RoomAddress = Rooms.RoomAddress.Of(RoomSlug) + (reads ? "" : "/join");
        MayComeIn = !reads && me is not null && await db.PartsInTeamAsync(Team.RoomId, me, stop) != RoomParts.None;
    }
}

sealed record CoachRow(string Name, string Handle);
