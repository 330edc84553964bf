using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Members;

public sealed class MemberTests
{
    [Fact]
    public void Only_an_administrator_suspends_and_never_themselves()
    {
        var administrator = Administrator();

        Assert.Throws<RuleBrokenException>(() => Ana().SuspendBy(Editor(), "Spam", Monday));
        Assert.Throws<RuleBrokenException>(() => administrator.SuspendBy(administrator, "Spam", Monday));
    }

    [Fact]
    public void An_erased_member_leaves_nothing_readable()
    {
        var ana = Ana();
        ana.Describe(new() { Place = "Maywood", About = "Gardener", SeenBy = Audience.Everyone });

        ana.Erase(Monday);

        Assert.Equal("", ana.Name);
        Assert.DoesNotContain("ana", ana.Handle, StringComparison.Ordinal);
        Assert.Equal("", ana.Profile.Place + ana.Profile.About);
        Assert.Empty(new[] { ana }.AsQueryable().VisibleTo(Editor()));
    }

    [Fact]
    public void A_member_is_seen_by_whom_they_chose()
    {
        var ana = Ana();
        Member[] all = [ana];
        bool SeenBy(Member? viewer) => all.AsQueryable().VisibleTo(viewer).Any();

        ana.Describe(new() { SeenBy = Audience.Everyone });
        Assert.True(SeenBy(null));
        ana.Describe(new() { SeenBy = Audience.Members });
        Assert.False(SeenBy(null));
        Assert.True(SeenBy(Joe()));
        ana.Describe(new() { SeenBy = Audience.Nobody });
        Assert.False(SeenBy(Joe()));
        Assert.True(SeenBy(ana));
    }

    [Fact]
    public void A_handle_is_claimed_whatever_its_case() =>
        Assert.Equal(HandleClaim.HashOf("ana_flores"), HandleClaim.HashOf("Ana_Flores"));
}
