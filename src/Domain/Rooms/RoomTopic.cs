namespace HealthDoers.Domain.Rooms;

/// <summary>
/// What is known of a topic beyond its messages: that it is settled. A topic exists by its messages alone, so most have
/// no such row.
/// </summary>
public sealed class RoomTopic
{
    RoomTopic() { }

    public RoomTopic(Guid roomId, string name, Guid settledById, DateTimeOffset settledAt) =>
        (RoomId, Name, SettledById, SettledAt) = (roomId, name, settledById, settledAt);

    public Guid RoomId { get; private set; }
    public string Name { get; private set; } = "";
    public Guid SettledById { get; private set; }
    public DateTimeOffset SettledAt { get; private set; }
}

/// <summary>How one member watches one topic of a room, and how far they have read in it alone.</summary>
public sealed class TopicWatch
{
    TopicWatch() { }

    public TopicWatch(Guid roomId, string topic, Guid memberId) => (RoomId, Topic, MemberId) = (roomId, topic, memberId);

    public Guid RoomId { get; private set; }
    public string Topic { get; private set; } = "";
    public Guid MemberId { get; private set; }
    public WatchLevel Level { get; private set; }

    /// <summary>Read up to here in this topic; the mark of the whole room may be behind.</summary>
    public long Seq { get; private set; }

    /// <summary>The same of the topic under its new name.</summary>
    public TopicWatch Under(string topic) => new(RoomId, topic, MemberId) { Level = Level, Seq = Seq };

    public void Be(WatchLevel level) => Level = level;

    /// <summary>Never back, and never past what was said.</summary>
    public void MoveTo(long seq, Room room) => Seq = Math.Max(Seq, Math.Min(seq, room.LastSeq));
}

public enum WatchLevel
{
    Usual,

    /// <summary>Each first new message is told.</summary>
    Followed,

    /// <summary>Its messages count as read.</summary>
    Muted,
}
