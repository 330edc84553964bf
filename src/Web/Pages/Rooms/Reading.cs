using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

static class Reading
{
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
