namespace HealthDoers.Domain.Notifications;

/// <summary>A member wants to hear of news about something.</summary>
public sealed class Follow
{
    Follow() { }

    public Follow(Guid memberId, FollowedKind kind, Guid targetId, DateTimeOffset at)
    {
        MemberId = memberId;
        Kind = kind;
        TargetId = targetId;
        At = at;
    }

    public Guid MemberId { get; private set; }
    public FollowedKind Kind { get; private set; }
    public Guid TargetId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

public enum FollowedKind
{
    Story,
    Member,
    Topic,
    Hub,
    Idea,
}
