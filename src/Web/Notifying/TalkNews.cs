using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of rooms for two: that somebody asks, and that somebody said yes. A no is told to nobody.</summary>
static class TalkNews
{
    public static async Task<News?> OfAsync(AppDb db, TalkEvent happened, DateTimeOffset now, CancellationToken stop) =>
        (happened, await db.TalkRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == happened.SubjectId, stop)) switch
        {
            (TalkAsked, { } request) when request.IsOpenAt(now) => new(NotificationKind.TalkAsked, request.Id, request.FromId, null, [new(NotificationReason.YouAreAskedToTalk, One(db, request.ToId))]),
            (TalkAccepted accepted, { } request) => new(NotificationKind.TalkAccepted, accepted.RoomId, request.ToId, request.Id, [new(NotificationReason.YouAskedToTalk, One(db, request.FromId))]),
            _ => null,
        };

    /// <summary>Where it leads; to the list of notices when it is gone.</summary>
    public static async Task<string> AddressAsync(AppDb db, Notification notification, Member member, CancellationToken stop) => notification.Kind == NotificationKind.TalkAsked
        ? await db.TalkRequests.AnyAsync(r => r.Id == notification.SubjectId && r.ToId == member.Id, stop) ? TalkAddress.OfRequest(notification.SubjectId) : "/notifications"
        : await db.Rooms.VisibleTo(member).Where(r => r.Id == notification.SubjectId).Select(r => r.Slug).SingleOrDefaultAsync(stop) is { } slug ? RoomAddress.Of(slug) : "/notifications";

    static IQueryable<Member> One(AppDb db, Guid id) => db.Members.Where(m => m.Id == id);
}
