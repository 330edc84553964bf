namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Something that follows from changes. It hears of each event at least once and in order within a subject, reads
/// the present state by id, and is idempotent.
/// </summary>
public interface IEventConsumer
{
    /// <summary>Names its cursor in the database; never change it.</summary>
    string Name { get; }

    /// <summary>
    /// How long changes gather once it has just handled some: one that comes alone is handled at once, a stream of
    /// them in batches.
    /// </summary>
    TimeSpan Gathers => TimeSpan.Zero;

    /// <summary>Throws when one of the events cannot be handled; each is then tried on its own. <see cref="AwayException"/> leaves them all for later.</summary>
    Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken);
}

/// <summary>Runs on one node of the deployment at a time: mail, notifications, webhooks.</summary>
public interface IOncePerDeployment : IEventConsumer
{
    /// <summary>Each batch costs a write of the cursor.</summary>
    TimeSpan IEventConsumer.Gathers => TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Asked under the lease before events are read: false when there is more to prepare, and it is asked again at once.
    /// It takes a few seconds at most, or another node thinks that this one is gone.
    /// </summary>
    Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(true);
}

/// <summary>Runs on every node: live fan-out, the embedded index, cache eviction.</summary>
public interface IOncePerNode : IEventConsumer
{
    /// <summary>The last event this node has handled, or null to begin with what happens from now on.</summary>
    Task<long?> CursorAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    /// <summary>Everything up to this event is handled, or set aside for later. For consumers that keep their cursor.</summary>
    Task PassedAsync(long number, CancellationToken cancellationToken) => Task.CompletedTask;
}
