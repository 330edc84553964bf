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
        var due = await db.Messages.Where(m => m.HasCircle && m.Circle!.TurnEndsAt != null && m.Circle.TurnEndsAt <= now)
            .Select(m => new { m.Room.Slug, m.Id }).ToListAsync(cancellationToken);
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
