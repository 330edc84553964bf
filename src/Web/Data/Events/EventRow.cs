using System.Collections.Frozen;
using System.Text.Json;
using HealthDoers.Domain;

namespace HealthDoers.Web.Data.Events;

/// <summary>A stored event. Its number only grows, and numbers become visible in order.</summary>
public sealed class EventRow
{
    static readonly FrozenDictionary<string, Type> Known = typeof(DomainEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.Name);

    RaisedEvent? _raised;

    public long Number { get; private set; }
    public string Type { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Ids { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public static EventRow Of(DomainEvent happened, DateTimeOffset at) => new()
    {
        Type = happened.GetType().Name,
        SubjectId = happened.SubjectId,
        Ids = JsonSerializer.Serialize(happened, happened.GetType()),
        At = at,
    };

    /// <summary>Null when the type is of another version of the program: it is passed over.</summary>
    public RaisedEvent? Read() => Known.TryGetValue(Type, out var type)
        ? _raised ??= new(Number, At, (DomainEvent)JsonSerializer.Deserialize(Ids, type)!)
        : null;
}

/// <summary>An event as consumers see it.</summary>
public sealed record RaisedEvent(long Number, DateTimeOffset At, DomainEvent What);
