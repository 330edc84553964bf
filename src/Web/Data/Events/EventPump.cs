using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>Runs every consumer of this node beside each other, from start to a stop that finishes the step in hand.</summary>
sealed class EventPump(
    IEnumerable<IEventConsumer> consumers,
    IDbContextFactory<AppDb> dbs,
    EventWatch watch,
    WriteGate gate,
    NodeName node,
    TimeProvider clock,
    ILoggerFactory logs) : BackgroundService
{
    /// <summary>Consumers of earlier versions: a cursor that nobody moves would keep every event for ever.</summary>
    static readonly string[] Gone = ["answer-mail", "gathering-mail", "search-mail"];

    long _begin;

    /// <summary>Before this node answers anybody: what happens in its first moments is not missed by who has yet to come to look.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
            _begin = await db.Events.MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var all = consumers.ToList();
        await OpenCursorsAsync(all.OfType<IOncePerDeployment>(), stoppingToken);
        await Task.WhenAll([watch.RunAsync(stoppingToken), .. all.Select(c => Runner(c).RunAsync(stoppingToken))]);
    }

    ConsumerRunner Runner(IEventConsumer consumer)
    {
        IConsumerPlace place = consumer is IOncePerNode perNode
            ? new NodePlace(perNode, node.Value, _begin)
            : new DeploymentPlace(consumer.Name, node.Lease, dbs, gate, clock);
        return new(consumer, place, dbs, watch, clock, logs.CreateLogger(consumer.GetType()));
    }

    /// <summary>A new consumer begins with what happens from now on.</summary>
    async Task OpenCursorsAsync(IEnumerable<IOncePerDeployment> shared, CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        using (await gate.EnterAsync(stopping))
            await db.Cursors.Where(c => Gone.Contains(c.Consumer)).ExecuteDeleteAsync(stopping);
        foreach (var consumer in shared)
        {
            if (await db.Cursors.AnyAsync(c => c.Consumer == consumer.Name, stopping))
                continue;
            db.Cursors.Add(new() { Consumer = consumer.Name, Passed = _begin });
            try
            {
                await db.SaveChangesAsync(stopping);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear(); // another node was quicker
            }
        }
    }
}

/// <param name="Value">Stays the same over restarts.</param>
/// <param name="Lease">Is new with every start, so a lease of a life before is not mistaken for ours.</param>
public sealed record NodeName(string Value, string Lease);
