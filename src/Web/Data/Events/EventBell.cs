namespace HealthDoers.Web.Data.Events;

/// <summary>Wakes the consumers of this node. A bell, never the truth: they look every second besides.</summary>
public sealed class EventBell
{
    volatile TaskCompletionSource _next = New();

    /// <summary>Take this before looking, and wait on it after finding nothing: no ring is missed in between.</summary>
    public Task Next => _next.Task;

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
