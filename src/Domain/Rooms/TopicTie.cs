namespace HealthDoers.Domain.Rooms;

/// <summary>A topic of a room stands for a story, an idea or a gathering: what is said in it is about that.</summary>
public sealed class TopicTie
{
    TopicTie() { }

    public TopicTie(Guid roomId, string topic, TiedKind kind, Guid targetId, Guid byId, DateTimeOffset at) =>
        (RoomId, Topic, Kind, TargetId, ById, At) = (roomId, topic, kind, targetId, byId, at);

    public Guid RoomId { get; private set; }
    public string Topic { get; private set; } = "";
    public TiedKind Kind { get; private set; }
    public Guid TargetId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The same of the topic under its new name.</summary>
    public TopicTie Under(string topic) => new(RoomId, topic, Kind, TargetId, ById, At);
}

public enum TiedKind
{
    Story,
    Idea,
    Gathering,
}
