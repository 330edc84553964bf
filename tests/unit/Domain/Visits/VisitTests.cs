using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;

namespace HealthDoers.Tests.Domain.Visits;

public sealed class VisitTests
{
    static readonly DateTimeOffset Now = People.Monday;
    static readonly VisitAsk Ask = new() { Who = "Two nurses", Learn = "How the garden is paid for" };
    static readonly HashSet<Guid> Nothing = [];

    readonly Member _ana = People.Ana();
    readonly Member _joe = People.Joe();
    readonly Listing _garden;
    readonly Listing _clinic;
    readonly VisitOffer _offer;

    public VisitTests()
    {
        (_garden, _clinic) = (Community("garden", _ana), Community("clinic", _joe));
        _offer = new(_garden, new() { Title = "Our garden", See = "Beds", MostGuests = 4 }, 0, _ana, Now);
    }

    [Fact]
    public void A_community_does_not_visit_itself() =>
        Assert.Throws<RuleBrokenException>(() => new Visit(_offer, _garden, Ask, 1, 0, false, _ana, Now));

    [Fact]
    public void Only_its_team_speaks_for_a_community()
    {
        Assert.Throws<RuleBrokenException>(() => new Visit(_offer, _clinic, Ask, 1, 0, false, _ana, Now));
        Assert.Throws<RuleBrokenException>(() => new VisitOffer(_garden, new(), 0, People.Editor(), Now));
        Assert.Throws<RuleBrokenException>(() => Applied().Accept(_offer, 0, "", _joe, Now));
        Assert.Throws<RuleBrokenException>(() => Applied().AskAbout("May we?", People.Editor(), Now));
    }

    [Fact]
    public void A_full_or_withdrawn_offer_takes_nobody()
    {
        Assert.Throws<RuleBrokenException>(() => new Visit(_offer, _clinic, Ask, 3, 2, false, _joe, Now));
        Assert.Throws<RuleBrokenException>(() => Applied(guests: 3).Accept(_offer, 2, "", _ana, Now));
        var visit = Applied();
        _offer.Withdraw(_ana, Now);
        Assert.Throws<RuleBrokenException>(() => Applied());
        Assert.Throws<RuleBrokenException>(() => visit.Accept(_offer, 0, "", _ana, Now));
        Assert.True(visit.IsWaiting);
    }

    [Fact]
    public void A_community_applies_once_at_a_time() =>
        Assert.Throws<RuleBrokenException>(() => new Visit(_offer, _clinic, Ask, 1, 0, hasApplied: true, _joe, Now));

    [Fact]
    public void A_no_is_told_to_nobody_and_comes_once()
    {
        var visit = Applied();
        visit.ForgetRaised();
        visit.Decline("We rebuild until fall.", _ana, Now);
        Assert.Empty(visit.Raised);
        Assert.Throws<RuleBrokenException>(() => visit.Accept(_offer, 0, "", _ana, Now));
        Assert.Throws<RuleBrokenException>(() => visit.AskAbout("Why?", _joe, Now));
    }

    [Fact]
    public void Guests_report_once_the_visit_has_begun()
    {
        var visit = Agreed();
        TakenHome[] home = [new("A bench at the gate", null)];
        Assert.Throws<RuleBrokenException>(() => visit.Tell("Much", home, Nothing, Now.AddHours(1), _joe, Now));
        Assert.Throws<RuleBrokenException>(() => visit.Tell("Much", home, Nothing, null, _joe, Now));
        Assert.Throws<RuleBrokenException>(() => visit.Tell("Much", home, Nothing, Now, _ana, Now));
        visit.Tell("Much", home, Nothing, Now, _joe, Now);
        Assert.Equal("A bench at the gate", Assert.Single(visit.Takeaways).Words);
        Assert.Throws<RuleBrokenException>(() => visit.CallOff("Late", _ana, Now));
    }

    [Fact]
    public void A_report_that_is_written_again_keeps_what_was_taken_up()
    {
        var visit = Agreed();
        visit.Tell("Much", [new("Bench", null), new("Shed", null)], Nothing, Now, _joe, Now);
        var bench = visit.Takeaways[0].Id;
        visit.Tell("More", [new("Pump", null)], new HashSet<Guid> { bench }, Now, _joe, Now);
        Assert.Equal(["Bench", "Pump"], visit.Takeaways.Select(t => t.Words));
        Assert.Equal(bench, visit.Takeaways[0].Id);
    }

    [Fact]
    public void A_visit_is_shown_once_both_sides_let_it()
    {
        var visit = Agreed();
        visit.Tell("Much", [], Nothing, Now, _joe, Now);
        visit.Show(true, _ana);
        Assert.False(visit.IsShown);
        visit.Show(true, _joe);
        Assert.True(visit.IsShown);
        visit.Show(false, _ana);
        Assert.False(visit.IsShown);
    }

    [Fact]
    public void Who_leaves_is_named_no_longer()
    {
        var visit = Applied();
        visit.AskAbout("Who pays?", _joe, Now);
        visit.Forget(_joe.Id, wordsToo: false);
        Assert.Null(visit.AppliedById);
        Assert.Equal((null, "Who pays?"), (visit.Questions[0].ById, visit.Questions[0].Words));
    }

    Visit Applied(int guests = 2) => new(_offer, _clinic, Ask, guests, 0, false, _joe, Now);

    Visit Agreed()
    {
        var visit = Applied();
        visit.Accept(_offer, 0, "Welcome", _ana, Now);
        return visit;
    }

    static Listing Community(string slug, Member by) => Listing.Founded(ListingKind.Community, new() { Words = new() { ["en"] = new() { Name = slug } } }, slug, by, Now);
}
