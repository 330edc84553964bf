using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>This node's own cursor. The consumer may keep it (the index does); the others begin with now.</summary>
sealed class NodePlace(IOncePerNode consumer, string node, IDbContextFactory<AppDb> dbs) : IConsumerPlace
{
    long? _passed;

    public string Name => $"{consumer.Name}@{node}";

    public async Task<long?> TakeAsync(CancellationToken cancellationToken)
    {
        if (await consumer.CursorAsync(cancellationToken) is { } kept)
            return kept;
        if (_passed is null)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            _passed = await db.Events.MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0;
        }
        return _passed;
    }

    public Task PassAsync(long number, CancellationToken cancellationToken)
    {
        _passed = number;
        return consumer.PassedAsync(number, cancellationToken);
    }

    public Task LeaveAsync() => Task.CompletedTask;
}
