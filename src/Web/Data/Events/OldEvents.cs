using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>Lets event rows go 30 days after the last once-per-deployment consumer passed them.</summary>
sealed class OldEvents(IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock, ILogger<OldEvents> log) : BackgroundService
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "Old events could not be swept; tomorrow again");
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        var before = clock.GetUtcNow() - Kept;
        await db.Events
            .Where(e => e.At < before
                && !db.Cursors.Any(c => c.Passed < e.Number)
                && !db.ParkedEvents.Any(p => p.Number == e.Number))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
