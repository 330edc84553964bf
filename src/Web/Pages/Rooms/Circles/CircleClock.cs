using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>Ends turns whose time is up. On several nodes each looks, and whoever comes second finds it done.</summary>
sealed class CircleClock(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<CircleClock> log) : RegularWork(TimeSpan.FromSeconds(2), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        // From the circles, of which few are due, and not from all that was ever said.
        var due = await db.Circles.Where(c => c.TurnEndsAt != null && c.TurnEndsAt <= now)
            .Join(db.Messages, c => c.MessageId, m => m.Id, (c, m) => new { m.Room.Slug, m.Id }).ToListAsync(cancellationToken);
        foreach (var message in due)
        {
            db.ChangeTracker.Clear();
            await db.InTransactionAsync(async () =>
            {
                await db.Rooms.LockedAsync(message.Slug, cancellationToken);
                var found = await db.Messages.Include(m => m.Room).Include(m => m.Circle).SingleAsync(m => m.Id == message.Id, cancellationToken);
                found.EndTurnAt(now);
                return true;
            }, cancellationToken);
        }
    }
}
