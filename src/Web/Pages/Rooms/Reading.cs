using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

static class Reading
{
    /// <summary>Read in one topic only; what was said elsewhere meanwhile stays new.</summary>
    public static async Task<long> MarkTopicAsync(AppDb db, Room room, string topic, Guid memberId, long seq, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var watch = await db.TopicWatches.SingleOrDefaultAsync(w => w.RoomId == room.Id && w.MemberId == memberId && w.Topic == topic, cancellationToken)
            ?? db.TopicWatches.Add(new(room.Id, topic, memberId)).Entity;
        watch.MoveTo(seq, room);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return watch.Seq;
    }

    /// <returns>Where the member's mark then stands.</returns>
    public static async Task<long> MarkAsync(AppDb db, Room room, Guid memberId, long seq, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var another = true; ; another = false)
        {
            db.ChangeTracker.Clear();
            var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.RoomId == room.Id && m.MemberId == memberId, cancellationToken)
                ?? db.ReadMarks.Add(new(room.Id, memberId)).Entity;
            mark.MoveTo(seq, room, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return mark.Seq;
            }
            catch (DbUpdateException) when (another)
            {
                // The same member's other device was quicker. Look again.
            }
        }
    }
}
