using HealthDoers.Domain.Notifications;

namespace HealthDoers.Tests.Domain.Notifications;

public sealed class DigestOrderTests
{
    [Fact]
    public void What_waits_comes_first_what_is_followed_last_and_each_thing_once()
    {
        var story = Guid.NewGuid();
        var published = Of(NotificationKind.StoryPublished, NotificationReason.YouFollowTopic, story, 1);
        var shared = Of(NotificationKind.HubStoryShared, NotificationReason.YouFollowHub, story, 2);
        var asked = Of(NotificationKind.MentoringAsked, NotificationReason.YourMentoring, Guid.NewGuid(), 0);
        var comment = Of(NotificationKind.Comment, NotificationReason.YourStory, Guid.NewGuid(), 3);

        Assert.Equal([asked, comment, shared], DigestOrder.Order([published, comment, shared, asked]));
    }

    [Fact]
    public void Every_part_can_be_reached()
    {
        var parts = from kind in Enum.GetValues<NotificationKind>() from why in Enum.GetValues<NotificationReason>() select DigestOrder.PartOf(kind, why);

        Assert.Equal(Enum.GetValues<DigestPart>(), parts.Distinct().Order());
    }

    static Notification Of(NotificationKind kind, NotificationReason why, Guid about, int minute) => new(Guid.NewGuid(), minute, kind, why, about, People.Monday.AddMinutes(minute));
}
