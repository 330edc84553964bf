using HealthDoers.Domain;

namespace HealthDoers.Web.Data.Events;

/// <summary>Wakes the watch of this node. A bell, never the truth: it looks every second besides.</summary>
public sealed class EventBell
{
    volatile TaskCompletionSource _next = New();

    /// <summary>Take this before looking, and wait on it after finding nothing: no ring is missed in between.</summary>
    public Task Next => _next.Task;

    /// <summary>
    /// What was just committed here, told before the request that did it is answered, so that whoever changed
    /// something never meets this node's memory of before. Others hear of it as consumers.
    /// </summary>
    public event Action<IReadOnlyList<DomainEvent>>? Committed;

    public void Ring(IReadOnlyList<DomainEvent> committed)
    {
        Committed?.Invoke(committed);
        Ring();
    }

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
