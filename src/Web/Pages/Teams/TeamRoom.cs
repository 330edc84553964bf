using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>Who belongs into the room of a peer team: its coach, and the people of the communities that said yes.</summary>
static class TeamRoom
{
    /// <summary>What somebody is in the team that the room belongs to; none for everybody else and in every other room.</summary>
    public static async Task<RoomParts> PartsInTeamAsync(this AppDb db, Guid roomId, Member member, CancellationToken stop)
    {
        if (await db.PeerTeams.AsNoTracking().Include(t => t.Places).SingleOrDefaultAsync(t => t.RoomId == roomId && t.Ending == null, stop) is not { } team)
            return RoomParts.None;
        var places = team.Taken.ToDictionary(p => p.ListingId, p => p.Part);
        var mine = await db.Listings.OfTeammate(member.Id).Where(l => places.Keys.Contains(l.Id)).Select(l => l.Id).ToListAsync(stop);
        return mine.Aggregate(team.IsCoachedBy(member) ? RoomParts.Coach : RoomParts.None,
            (parts, id) => parts | (places[id] == TeamPart.Mentor ? RoomParts.Mentor : RoomParts.Pacesetter));
    }

    /// <summary>Inside a change: whoever was in the room only for a community or a task that left the team leaves the room too.</summary>
    public static async Task LetGoAsync(this AppDb db, PeerTeam team, IReadOnlyCollection<Guid> people, DateTimeOffset at, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop); // who belongs to the team is asked of the database
        var slug = await db.Rooms.Where(r => r.Id == team.RoomId).Select(r => r.Slug).SingleAsync(stop);
        var room = (await db.Rooms.LockedAsync(slug, stop))!;
        await db.RoomMemberships.Include(m => m.Member).Where(m => m.RoomId == room.Id).LoadAsync(stop);
        foreach (var membership in room.Memberships.Where(m => m.IsJoined && people.Contains(m.MemberId)).ToList())
        {
            if (await db.PartsInTeamAsync(room.Id, membership.Member, stop) != RoomParts.None)
                continue;
            room.LoseForGood(membership, at);
            db.Remove(membership);
        }
    }

    public static IEnumerable<Guid> PeopleOf(Listing community) =>
        community.Seats.Where(s => s.IsTaken).Select(s => s.MemberId).Append(community.StewardId ?? Guid.Empty);
}
