using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Spotlights;

namespace HealthDoers.Tests.Domain.Spotlights;

public class SpotlightTests
{
    readonly Member _ana = People.Ana();
    readonly Member _joe = People.Joe();
    readonly Member _editor = People.Editor();

    [Fact]
    public void Nothing_is_shown_before_the_person_agreed_to_the_words()
    {
        var spotlight = new Spotlight(_ana, _joe, "She fed sixty families.", People.Monday);

        Assert.Throws<RuleBrokenException>(() => spotlight.ShowBy(_editor, People.Monday, People.Monday.AddDays(7)));
        spotlight.AgreeBy(_ana, "We fed sixty families.", People.Monday);
        spotlight.ShowBy(_editor, People.Monday, People.Monday.AddDays(7));

        Assert.Equal(("We fed sixty families.", "She fed sixty families."), (spotlight.Words, spotlight.Proposed));
    }

    [Fact]
    public void An_agreement_taken_back_or_given_to_other_words_ends_the_showing()
    {
        var spotlight = new Spotlight(_ana, _joe, "She fed sixty families.", People.Monday);
        spotlight.AgreeBy(_ana, "We fed sixty families.", People.Monday);
        spotlight.ShowBy(_editor, People.Monday, People.Monday.AddDays(7));

        spotlight.AgreeBy(_ana, "Buy my book.", People.Monday);
        Assert.Null(spotlight.Showing);

        spotlight.ShowBy(_editor, People.Monday, People.Monday.AddDays(7));
        spotlight.DeclineBy(_ana, People.Monday);
        Assert.Equal((false, null), (spotlight.IsAgreed, spotlight.Showing));
    }

    [Fact]
    public void It_comes_from_a_peer_and_is_answered_by_nobody_else()
    {
        var spotlight = new Spotlight(_ana, _joe, "She fed sixty families.", People.Monday);

        Assert.Throws<RuleBrokenException>(() => new Spotlight(_ana, _ana, "I am great.", People.Monday));
        Assert.Throws<RuleBrokenException>(() => spotlight.AgreeBy(_joe, "Yes", People.Monday));
        Assert.Throws<RuleBrokenException>(() => spotlight.DeclineBy(_editor, People.Monday));
    }
}
