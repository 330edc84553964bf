using HealthDoers.Domain;

namespace HealthDoers.Web.Data.Events;

/// <summary>What one look saw.</summary>
/// <param name="recent">The newest events, in order and without a gap.</param>
/// <param name="before">Up to this number, events are not among the recent ones.</param>
/// <param name="waiting">The consumers for which parked events wait.</param>
sealed class EventLook(IReadOnlyList<EventRow> recent, long before, IReadOnlySet<string> waiting)
{
    readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Before the first look, anything may be new.</summary>
    public static EventLook NotYet => new([], long.MaxValue, new HashSet<string>()) { IsNotYet = true };

    /// <summary>Done when there was another look.</summary>
    public Task Next => _next.Task;

    /// <summary>The number of the newest event, 0 when there is none.</summary>
    public long Newest => recent.Count == 0 ? before : recent[^1].Number;

    public bool IsNotYet { get; private init; }

    public bool HasFor(string consumer, long passed) => Newest > passed || MayWaitFor(consumer);

    public bool MayWaitFor(string consumer) => IsNotYet || waiting.Contains(consumer);

    /// <summary>Whether such a thing is among the recent events past a number: seen by who is behind before its turn comes.</summary>
    public bool Shows<T>(long passed)
        where T : DomainEvent => recent.Any(row => row.Number > passed && row.Type == typeof(T).Name);

    /// <summary>The first events past a number, or null when only the database still has them.</summary>
    public List<EventRow>? After(long passed, int most) =>
        IsNotYet || passed < before ? null : [.. recent.SkipWhile(row => row.Number <= passed).Take(most)];

    /// <summary>This look and what came since. The oldest are let go.</summary>
    public EventLook With(IReadOnlyList<EventRow> more, int kept, IReadOnlySet<string> nowWaiting)
    {
        var all = recent.Concat(more).ToList();
        var gone = Math.Max(0, all.Count - kept);
        return new(all[gone..], gone == 0 ? before : all[gone - 1].Number, nowWaiting);
    }

    public void Over() => _next.TrySetResult();
}
