using HealthDoers.Domain.Notifications;

namespace HealthDoers.Tests.Domain.Notifications;

public sealed class NotificationKindTests
{
    [Fact]
    public void Every_kind_has_its_group() => Assert.All(Enum.GetValues<NotificationKind>(), kind => Assert.True(Enum.IsDefined(NotificationKinds.GroupOf(kind))));

    [Fact]
    public void Every_group_has_a_kind() =>
        Assert.Equal(Enum.GetValues<NotificationGroup>(), Enum.GetValues<NotificationKind>().Select(NotificationKinds.GroupOf).Distinct().Order());

    [Fact]
    public void Who_follows_something_hears_of_it_as_followed_whatever_its_kind() =>
        Assert.All(Enum.GetValues<NotificationReason>().Where(why => why.ToString().StartsWith("YouFollow", StringComparison.Ordinal)),
            why => Assert.Equal(NotificationGroup.Follows, NotificationKinds.GroupOf(NotificationKind.Comment, why)));

    [Fact]
    public void What_waits_on_somebody_is_always_shown() =>
        Assert.All(Enum.GetValues<NotificationKind>().Where(kind => kind.WaitsOnYou()), kind => Assert.True(kind.MustBeShown()));
}
