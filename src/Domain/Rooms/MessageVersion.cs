namespace HealthDoers.Domain.Rooms;

/// <summary>What a message said before an edit, or before it was deleted.</summary>
public sealed class MessageVersion
{
    MessageVersion() { }

    internal MessageVersion(Message message, Guid replacedById, DateTimeOffset replacedAt) =>
        (MessageId, Rev, Body, ReplacedById, ReplacedAt) = (message.Id, message.Rev, message.Body, replacedById, replacedAt);

    public Guid MessageId { get; private set; }

    /// <summary>The message's number while it said so: later versions have a higher one.</summary>
    public long Rev { get; private set; }
    public string Body { get; private set; } = "";
    public Guid ReplacedById { get; private set; }
    public DateTimeOffset ReplacedAt { get; private set; }
}
