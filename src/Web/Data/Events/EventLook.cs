namespace HealthDoers.Web.Data.Events;

/// <summary>What one look saw.</summary>
/// <param name="newest">The number of the newest event, 0 when there is none.</param>
/// <param name="waiting">The consumers for which parked events wait, or null for none.</param>
sealed class EventLook(long newest, IReadOnlySet<string>? waiting)
{
    readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Before the first look, anything may be new.</summary>
    public static EventLook NotYet => new(long.MaxValue, null);

    /// <summary>Done when there was another look.</summary>
    public Task Next => _next.Task;

    public bool HasFor(string consumer, long passed) => newest > passed || waiting?.Contains(consumer) == true;

    public void Over() => _next.TrySetResult();
}
