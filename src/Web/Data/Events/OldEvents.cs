using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>Lets event rows go 30 days after the last once-per-deployment consumer passed them.</summary>
sealed class OldEvents(IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock, ILogger<OldEvents> log) : RegularWork(TimeSpan.FromDays(1), clock, log)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        var before = Clock.GetUtcNow() - Kept;
        await db.Events
            .Where(e => e.At < before
                && !db.Cursors.Any(c => c.Passed < e.Number)
                && !db.ParkedEvents.Any(p => p.Number == e.Number))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
