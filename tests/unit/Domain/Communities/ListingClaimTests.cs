using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Tests.Domain.Communities;

public class ListingClaimTests
{
    readonly Member _ana = People.Ana();
    readonly Member _editor = People.Editor();

    [Fact]
    public void An_accepted_claim_gives_the_profile_to_whoever_made_it()
    {
        var listing = Profiles.Unclaimed();
        var claim = new ListingClaim(listing, _ana, "I run it", "Call the office", People.Monday);

        claim.Accept(listing, _ana, _editor, "", People.Monday);

        Assert.Equal(_ana.Id, listing.StewardId);
        Assert.True(claim.Decision!.Accepted);
        Assert.Throws<RuleBrokenException>(() => claim.Decline(_editor, "No", People.Monday));
    }

    [Fact]
    public void A_profile_that_somebody_looks_after_cannot_be_claimed_or_given_away_by_a_second_claim()
    {
        var (listing, joe) = (Profiles.Unclaimed(), People.Joe());
        var (first, second) = (new ListingClaim(listing, _ana, "I run it", "Call", People.Monday), new ListingClaim(listing, joe, "I do", "Call", People.Monday));
        first.Accept(listing, _ana, _editor, "", People.Monday);

        Assert.Throws<RuleBrokenException>(() => second.Accept(listing, joe, _editor, "", People.Monday));
        Assert.Throws<RuleBrokenException>(() => new ListingClaim(listing, joe, "I do", "Call", People.Monday));
        Assert.Equal(_ana.Id, listing.StewardId);
    }

    [Fact]
    public void Only_an_editor_decides_and_never_about_their_own_claim()
    {
        var listing = Profiles.Unclaimed();
        var claim = new ListingClaim(listing, _editor, "I run it", "Call", People.Monday);

        Assert.Throws<RuleBrokenException>(() => claim.Accept(listing, _editor, _editor, "", People.Monday));
        Assert.Throws<RuleBrokenException>(() => claim.Decline(_ana, "No", People.Monday));
    }
}
