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

    /// <summary>What they want to hear of it; null for all.</summary>
    public OnlyIf? Only { get; private set; }

    /// <summary>News of it can be told by what they are: of members, topics and hubs there is much, of one story little.</summary>
    public bool CanBeNarrowed => Kind is FollowedKind.Member or FollowedKind.Topic or FollowedKind.Hub;

    public void Narrow(OnlyIf? only) => Only = only is { SaysNothing: false } && CanBeNarrowed ? only : null;
}

public enum FollowedKind
{
    Story,
    Member,
    Topic,
    Hub,
    Idea,
}
