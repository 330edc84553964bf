using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Pages.Mentoring;

namespace HealthDoers.Tests.Web.Mentoring;

public sealed class MatchWordsTests
{
    [Fact]
    public void A_sentence_says_four_things_at_most_and_not_what_goes_without_saying()
    {
        var terms = new MentoringTerms { Topics = ["a", "b", "c"], Skills = ["LO"], Behaviours = [17], Languages = ["en", "es"], PlaceType = PlaceType.Town };
        var match = MentoringMatch.Between(new(terms, [], TimeSpan.Zero), new(terms, [new("garden", ["a"])], TimeSpan.Zero))!;

        var said = MatchWords.Said(match, "en");

        Assert.Equal([MatchReasonKind.PlaceType, MatchReasonKind.Topic, MatchReasonKind.Topic, MatchReasonKind.Tried, MatchReasonKind.Skill], said.Select(r => r.Kind));
        Assert.All(said, reason => Assert.Contains(reason, match.Reasons));
        Assert.DoesNotContain(new(MatchReasonKind.Language, "en"), said);
    }

    [Fact]
    public void A_language_that_the_page_is_not_in_is_worth_saying()
    {
        var terms = new MentoringTerms { Topics = ["a"], Languages = ["en", "es"] };
        var match = MentoringMatch.Between(new(terms, [], null), new(terms, [], null))!;

        Assert.Contains(new(MatchReasonKind.Language, "es"), MatchWords.Said(match, "en"));
        Assert.Contains(new(MatchReasonKind.Language, "en"), MatchWords.Said(match, "es"));
    }
}
