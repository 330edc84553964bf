using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of peer teams: that they or their community are asked, and who said yes.</summary>
static class TeamNews
{
    public static async Task<News?> OfAsync(AppDb db, PeerTeamEvent happened, CancellationToken stop)
    {
        if (await db.PeerTeams.AsNoTracking().Include(t => t.Places).SingleOrDefaultAsync(t => t.Id == happened.SubjectId && t.Ending == null, stop) is not { } team)
            return null;
        return happened switch
        {
            PeerTeamAsked asked when team.Places.SingleOrDefault(p => p.Id == asked.PlaceId && !p.IsTaken) is { } place =>
                new(NotificationKind.PeerTeamAsked, team.Id, place.AskedById, place.ListingId, [new(NotificationReason.YourCommunity, PeopleOf(db, [place.ListingId]))]) { WaitsFor = place.Id },
            PeerTeamJoined joined when team.Taken.SingleOrDefault(p => p.Id == joined.PlaceId) is { } place =>
                new(NotificationKind.PeerTeamJoined, team.Id, place.TakenById, place.ListingId, Others(db, team, place.ListingId)),
            PeerTeamCoachAsked asked when team.Coach is { AcceptedAt: null } coach && coach.MemberId == asked.MemberId =>
                new(NotificationKind.PeerTeamCoachAsked, team.Id, coach.AskedById, null, [new(NotificationReason.YouAreInvited, db.Members.Where(m => m.Id == coach.MemberId))]) { WaitsFor = team.Id },
            PeerTeamCoachFound when team.Coach is { AcceptedAt: not null } coach =>
                new(NotificationKind.PeerTeamCoachFound, team.Id, coach.MemberId, null, Others(db, team, null)),
            _ => null,
        };
    }

    static List<Hearers> Others(AppDb db, PeerTeam team, Guid? newcomer)
    {
        var coach = team.Coach is { AcceptedAt: not null } accepted ? accepted.MemberId : (Guid?)null;
        return
        [
            new(NotificationReason.YouCoach, db.Members.Where(m => m.Id == coach)),
            new(NotificationReason.YourCommunity, PeopleOf(db, [.. team.Taken.Select(p => p.ListingId).Where(id => id != newcomer)])),
        ];
    }

    static IQueryable<Member> PeopleOf(AppDb db, List<Guid> communities) => db.Members.Where(m => db.Listings.Public().Any(l => communities.Contains(l.Id)
        && (l.StewardId == m.Id || l.Seats.Any(s => s.MemberId == m.Id && s.TakenAt != null))));
}
