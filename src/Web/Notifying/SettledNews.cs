using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>
/// What waited on a member and waits no more counts as read: answered, taken back or over. Asked after every change that
/// is told of, and once a minute besides, since a quiet no raises no event.
/// </summary>
sealed class SettledNews(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<SettledNews> log) : RegularWork(TimeSpan.FromMinutes(1), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await MarkAsync(db, Clock.GetUtcNow(), cancellationToken);
    }

    public static async Task MarkAsync(AppDb db, DateTimeOffset now, CancellationToken stop)
    {
        var waiting = db.Notifications.Where(n => n.WaitsFor != null && n.ReadAt == null);
        var kinds = await waiting.Select(n => n.Kind).Distinct().ToListAsync(stop);
        foreach (var kind in kinds)
        {
            if (StillOpen(db, kind, now) is not { } open)
                continue;
            foreach (var settled in await waiting.Where(n => n.Kind == kind && !open.Any(id => id == n.WaitsFor)).ToListAsync(stop))
                settled.Read(now);
        }
        await db.SaveChangesAsync(stop);
    }

    static IQueryable<Guid>? StillOpen(AppDb db, NotificationKind kind, DateTimeOffset now) => kind switch
    {
        NotificationKind.HubJoinAsked => db.HubMemberships.Where(m => m.State == MembershipState.Asked).Select(m => m.Id),
        NotificationKind.HubShareWaits => db.HubShares.Where(s => s.State == ShareState.Waiting).Select(s => s.Id),
        NotificationKind.HubAppealed => db.HubDecisions.Where(d => d.Appeal != null && d.Answer == null).Select(d => d.Id),
        NotificationKind.HubFoundingAsked => db.HubFoundings.Where(f => f.State == FoundingState.Asked).Select(f => f.Id),
        NotificationKind.TeamInvitation => db.TeamSeats.Where(s => s.TakenAt == null).Select(s => s.Id),
        NotificationKind.SpotlightProposed => db.Spotlights.Where(s => s.Answer == null).Select(s => s.Id),
        NotificationKind.RoomInvited => db.RoomMemberships.Where(m => m.State == RoomMembershipState.Invited).Select(m => m.Id),
        NotificationKind.RoomJoinAsked => db.RoomMemberships.Where(m => m.State == RoomMembershipState.Asked).Select(m => m.Id),
        NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue => db.MessageMarks.Where(m => m.OwnerId != null && m.DoneAt == null).Select(m => m.MessageId),
        NotificationKind.PeerTeamAsked => db.TeamPlaces.Where(p => p.TakenAt == null).Select(p => p.Id),
        NotificationKind.PeerTeamCoachAsked => db.PeerTeams.Where(t => t.Ending == null && t.Coach != null && t.Coach.AcceptedAt == null).Select(t => t.Id),
        NotificationKind.TalkAsked => db.TalkRequests.OpenAt(now).Select(r => r.Id),
        NotificationKind.MentoringAsked => db.MentoringRequests.OpenAt(now).Select(r => r.Id),
        NotificationKind.VisitAsked => db.Visits.Waiting().Select(v => v.Id),
        _ => null,
    };
}
