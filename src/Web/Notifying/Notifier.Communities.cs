using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>News of profiles, teams and spotlights. All of it goes to the one person it is about.</summary>
sealed partial class Notifier
{
    static async Task<News?> DecidedAsync(AppDb db, ClaimDecided decided, CancellationToken stop)
    {
        var claim = await db.ListingClaims.AsNoTracking().SingleOrDefaultAsync(c => c.Id == decided.ClaimId, stop);
        return claim?.Decision is not { } decision ? null
            : new(decision.Accepted ? NotificationKind.ClaimAccepted : NotificationKind.ClaimDeclined, decided.SubjectId, decision.ById, claim.Id,
                [new(NotificationReason.YourClaim, One(db, claim.MemberId))]);
    }

    static async Task<News?> InvitedAsync(AppDb db, TeamInvited invited, CancellationToken stop)
    {
        var seat = await db.TeamSeats.AsNoTracking().SingleOrDefaultAsync(s => s.Id == invited.SeatId && s.TakenAt == null, stop);
        return seat is null ? null
            : new(NotificationKind.TeamInvitation, invited.SubjectId, seat.InvitedById, null, [new(NotificationReason.YouAreInvited, One(db, seat.MemberId))]) { WaitsFor = seat.Id };
    }

    // Whoever chose to stand there without their name is not named here either.
    static async Task<News?> JoinedAsync(AppDb db, TeamJoined joined, CancellationToken stop)
    {
        var seat = await db.TeamSeats.AsNoTracking().SingleOrDefaultAsync(s => s.Id == joined.SeatId, stop);
        return seat is null ? null : ToSteward(db, joined.SubjectId, NotificationKind.TeamJoined, seat.Naming == SeatNaming.MyName ? seat.MemberId : null);
    }

    static async Task<News?> SpotlightAsync(AppDb db, DomainEvent happened, CancellationToken stop)
    {
        var spotlight = await db.Spotlights.AsNoTracking().SingleOrDefaultAsync(s => s.Id == happened.SubjectId, stop);
        if (spotlight is null)
            return null;
        Hearers person = new(NotificationReason.YouWereProposed, One(db, spotlight.MemberId));
        Hearers peer = new(NotificationReason.YouProposed, One(db, spotlight.NominatorId ?? Guid.Empty));
        return happened switch
        {
            SpotlightProposed => new(NotificationKind.SpotlightProposed, spotlight.Id, spotlight.NominatorId, null, [person]) { WaitsFor = spotlight.Id },
            SpotlightAnswered when spotlight.IsAgreed => new(NotificationKind.SpotlightAgreed, spotlight.Id, spotlight.MemberId, null, [peer]),
            SpotlightShown when spotlight.Showing is not null => new(NotificationKind.SpotlightShown, spotlight.Id, null, null, [person, peer]),
            _ => null,
        };
    }

    static News ToSteward(AppDb db, Guid listingId, NotificationKind kind, Guid? actorId) =>
        new(kind, listingId, actorId, null, [new(NotificationReason.YourTeam, db.Members.Where(m => db.Listings.Any(l => l.Id == listingId && l.StewardId == m.Id)))]);

    static IQueryable<Member> One(AppDb db, Guid memberId) => db.Members.Where(m => m.Id == memberId);
}
