using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>Somebody said what a message is for the work of the room.</summary>
public sealed class MessageMark
{
    MessageMark() { }

    internal MessageMark(Message message) => (MessageId, RoomId) = (message.Id, message.RoomId);

    public Guid MessageId { get; private set; }
    public Guid RoomId { get; private set; }
    public MarkKind Kind { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who does it; of an action only.</summary>
    public Guid? OwnerId { get; private set; }
    public Member? Owner { get; private set; }

    /// <summary>By when an action is to be done, or when a prediction is looked at.</summary>
    public DateOnly? Due { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When its owner was told that it is due: once, whatever restarts.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    internal void Say(MarkKind kind, Member by, Member? owner, DateOnly? due, DateTimeOffset at) =>
        (Kind, ById, OwnerId, Due, At, DoneAt, RemindedAt) = (kind, by.Id, owner?.Id, due, at, null, null);

    internal void Finish(DateTimeOffset? at) => DoneAt = at;

    internal void Remind(DateTimeOffset at) => RemindedAt = at;
}

public enum MarkKind
{
    Decision,
    Action,
    Prediction,
    Learning,
}
