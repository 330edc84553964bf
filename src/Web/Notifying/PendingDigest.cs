using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

static class PendingDigest
{
    const int AtOnce = 400;

    /// <summary>After a member changed their rules: what waits for the digest waits by the new ones, or not at all.</summary>
    public static async Task PlanAgainAsync(AppDb db, Guid memberId, DateTimeOffset now, CancellationToken stop)
    {
        var member = (await Listening.ReadAsync(db, [memberId], stop))[memberId];
        for (var last = Guid.Empty; ;)
        {
            db.ChangeTracker.Clear();
            var waiting = await db.Notifications.Where(n => n.MemberId == memberId && n.DigestAt != null && n.Id > last).OrderBy(n => n.Id).Take(AtOnce).ToListAsync(stop);
            foreach (var told in waiting)
                told.WaitForDigest(Delivery.Decide(member.Rules, told, Subject.Of(told), null, now, Clocks.In(member.Zone)).DigestAt);
            await db.SaveChangesAsync(stop);
            if (waiting.Count < AtOnce)
                return;
            last = waiting[^1].Id;
        }
    }
}
