using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>How far somebody has read. It never goes back, whichever of their devices speaks last.</summary>
static class Reading
{
    /// <summary>Read in one topic only; what was said elsewhere meanwhile stays new.</summary>
    /// <returns>Where the member's mark in the topic then stands.</returns>
    public static async Task<long> MarkTopicAsync(AppDb db, Room room, string topic, Guid memberId, long seq, CancellationToken cancellationToken) =>
        (await db.SaveLookingAgainAsync(async () =>
        {
            var watch = await db.WatchOfAsync(room, topic, memberId, cancellationToken);
            watch.MoveTo(seq, room);
            return watch;
        }, cancellationToken)).Seq;

    /// <returns>Where the member's mark then stands.</returns>
    public static async Task<long> MarkAsync(AppDb db, Room room, Guid memberId, long seq, TimeProvider clock, CancellationToken cancellationToken) =>
        (await db.SaveLookingAgainAsync(async () =>
        {
            var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.RoomId == room.Id && m.MemberId == memberId, cancellationToken)
                ?? db.ReadMarks.Add(new(room.Id, memberId)).Entity;
            mark.MoveTo(seq, room, clock.GetUtcNow());
            return mark;
        }, cancellationToken)).Seq;

    /// <summary>How a member watches a topic: as usual until they say otherwise.</summary>
    public static async Task<TopicWatch> WatchOfAsync(this AppDb db, Room room, string topic, Guid memberId, CancellationToken cancellationToken) =>
        await db.TopicWatches.SingleOrDefaultAsync(w => w.RoomId == room.Id && w.MemberId == memberId && w.Topic == topic, cancellationToken)
            ?? db.TopicWatches.Add(new(room.Id, topic, memberId)).Entity;
}
