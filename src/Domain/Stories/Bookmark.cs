namespace HealthDoers.Domain.Stories;

/// <summary>A story that a member keeps for later. Only they see it.</summary>
public sealed class Bookmark
{
    Bookmark() { }

    public Bookmark(Guid memberId, Guid storyId, DateTimeOffset at) => (MemberId, StoryId, At) = (memberId, storyId, at);

    public Guid MemberId { get; private set; }
    public Guid StoryId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
