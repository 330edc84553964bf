namespace HealthDoers.Domain.Rooms;

/// <summary>A member keeps a message to find it again. Nobody else sees it.</summary>
public sealed class Star
{
    Star() { }

    public Star(Guid messageId, Guid memberId, DateTimeOffset at) => (MessageId, MemberId, At) = (messageId, memberId, at);

    public Guid MessageId { get; private set; }
    public Guid MemberId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
