namespace HealthDoers.Web.Data.Events;

/// <summary>This node's own cursor. The consumer may keep it (the index does); the others begin where the node began.</summary>
sealed class NodePlace(IOncePerNode consumer, string node, long begin) : IConsumerPlace
{
    long _passed = begin;

    public string Name => $"{consumer.Name}@{node}";

    public async Task<long?> TakeAsync(CancellationToken cancellationToken) =>
        await consumer.CursorAsync(cancellationToken) ?? _passed;

    public Task PassAsync(long number, CancellationToken cancellationToken)
    {
        _passed = number;
        return consumer.PassedAsync(number, cancellationToken);
    }

    public Task LeaveAsync() => Task.CompletedTask;
}
