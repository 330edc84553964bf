using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>A cursor in the database with a lease: one node works, and another takes over seconds after it dies.</summary>
sealed class DeploymentPlace(string consumer, string node, IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock) : IConsumerPlace
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    long? _passed;
    DateTimeOffset _until;

    public string Name => consumer;

    /// <summary>For work that reads no events: its cursor stands past all of them, shares the lease's rules and holds up nothing.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.Cursors.AnyAsync(c => c.Consumer == consumer, cancellationToken))
            return;
        db.Cursors.Add(new() { Consumer = consumer, Passed = long.MaxValue });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // another node was quicker
        }
    }

    public async Task<long?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_passed is not null && now < _until - Lease / 2)
            return _passed;

        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        var until = now + Lease;
        var mine = await db.Cursors
            .Where(c => c.Consumer == consumer && (c.LeasedBy == node || c.LeasedBy == null || c.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedBy, node).SetProperty(c => c.LeasedUntil, until), cancellationToken);
        if (mine == 0)
        {
            _passed = null;
            return null;
        }
        _until = until;
        // Read after the lease is ours: the last holder may have moved it.
        return _passed = await db.Cursors.Where(c => c.Consumer == consumer).Select(c => c.Passed).SingleAsync(cancellationToken);
    }

    public async Task PassAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        var mine = await db.Cursors.Where(c => c.Consumer == consumer && c.LeasedBy == node)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Passed, number), cancellationToken);
        _passed = mine == 0 ? null : number;
    }

    public async Task LeaveAsync()
    {
        if (_passed is null)
            return;
        await using var db = await dbs.CreateDbContextAsync();
        using var turn = await gate.EnterAsync();
        await db.Cursors.Where(c => c.Consumer == consumer && c.LeasedBy == node)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedBy, (string?)null));
    }
}
