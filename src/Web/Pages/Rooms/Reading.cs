using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>Somebody who lets others see how far they have read.</summary>
public sealed record RoomReader(string Handle, long Seq);

/// <summary>How far somebody has read. It never goes back, whichever of their devices speaks last.</summary>
static class Reading
{
    const int MostReaders = 50;

    /// <summary>Those who let others see it and may still read the room, the furthest first.</summary>
    public static Task<List<RoomReader>> ReadersOfAsync(AppDb db, Room room, Guid exceptId, CancellationToken cancellationToken) =>
        db.ReadMarks.Where(r => r.RoomId == room.Id && r.MemberId != exceptId && r.Seq > 0)
            .Join(db.Members.Where(m => m.ShowsReading && m.ErasedAt == null && (room.Audience == RoomAudience.Open
                    || db.RoomMemberships.Any(one => one.RoomId == room.Id && one.MemberId == m.Id && one.State == RoomMembershipState.Joined))),
                mark => mark.MemberId, m => m.Id, (mark, m) => new { m.Handle, mark.Seq })
            .OrderByDescending(r => r.Seq).ThenBy(r => r.Handle).Take(MostReaders).Select(r => new RoomReader(r.Handle, r.Seq)).ToListAsync(cancellationToken);

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
