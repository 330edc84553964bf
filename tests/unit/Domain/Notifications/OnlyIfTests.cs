using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain.Notifications;

public sealed class OnlyIfTests
{
    static readonly Guid Minnesota = Guid.NewGuid();
    static readonly NewsFacts Garden = new(["food-access"], [Minnesota], EvidenceStanding.Emerging, "es", "Un jardín comunitario\nSesenta familias");

    [Fact]
    public void Nothing_said_lets_everything_through() => Assert.True(new OnlyIf().IsMetBy(Garden));

    [Theory]
    [InlineData("JARDIN", true)]
    [InlineData("famil", true)]
    [InlineData("ardín", false)]
    [InlineData("huerto", false)]
    public void A_word_is_found_from_its_beginning_whatever_its_case_and_accents(string word, bool met) => Assert.Equal(met, new OnlyIf { Word = word }.IsMetBy(Garden));

    [Fact]
    public void All_that_is_said_has_to_hold()
    {
        var only = new OnlyIf { Topic = "food-access", Hub = Minnesota, AtLeast = EvidenceStanding.Tested, Language = "es" };

        Assert.True(only.IsMetBy(Garden));
        Assert.False((only with { AtLeast = EvidenceStanding.BrightSpot }).IsMetBy(Garden));
        Assert.False((only with { Hub = Guid.NewGuid() }).IsMetBy(Garden));
        Assert.False((only with { Language = "en" }).IsMetBy(Garden));
        Assert.False((only with { Topic = "housing" }).IsMetBy(Garden));
    }

    [Fact]
    public void What_has_no_results_meets_no_wish_for_them() => Assert.False(new OnlyIf { AtLeast = EvidenceStanding.Tested }.IsMetBy(Garden with { Standing = null }));

    [Fact]
    public void Only_what_brings_much_is_narrowed_and_an_empty_wish_is_none()
    {
        var story = new Follow(Guid.NewGuid(), FollowedKind.Story, Guid.NewGuid(), People.Monday);
        var hub = new Follow(Guid.NewGuid(), FollowedKind.Hub, Minnesota, People.Monday);
        story.Narrow(new() { Word = "garden" });
        hub.Narrow(new());

        Assert.Null(story.Only);
        Assert.Null(hub.Only);
    }
}
