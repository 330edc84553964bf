using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Teams;

namespace HealthDoers.Tests.Domain.Teams;

public sealed class PeerTeamTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Listing _maywood;
    readonly PeerTeam _team;

    public PeerTeamTests()
    {
        _maywood = Community("maywood", _ana);
        _team = Founded(TeamSupport.Coached);
    }

    IReadOnlyList<Guid> OfAna => [_maywood.Id];

    [Fact]
    public void A_team_is_whole_with_a_coach_a_mentor_and_a_pacesetter()
    {
        Assert.Equal([TeamGap.Coach, TeamGap.Mentor], _team.Gaps);

        _team.AskCoach(_joe, _ana, OfAna, Noon);
        var mentor = Community("live-algoma", _joe);
        var place = _team.Ask(mentor, TeamPart.Mentor, _ana, OfAna, Noon);
        Assert.Equal([TeamGap.Coach, TeamGap.Mentor], _team.Gaps);

        _team.CoachBy(_joe, Noon);
        _team.Accept(place, mentor, _joe, Noon);
        Assert.Empty(_team.Gaps);
    }

    [Fact]
    public void A_free_team_needs_no_coach_and_takes_none()
    {
        var team = Founded(TeamSupport.Free);

        Assert.Equal([TeamGap.Mentor], team.Gaps);
        Assert.Throws<RuleBrokenException>(() => team.AskCoach(_joe, _ana, OfAna, Noon));
    }

    [Fact]
    public void However_many_are_asked_a_team_has_one_mentor_and_five_pacesetters_at_most() => Prop.ForAll<TeamPart[]>(asked =>
    {
        var team = Founded(TeamSupport.Free);
        var refused = asked.Count(part => !Takes(() => team.Ask(Community(Guid.NewGuid().ToString(), _joe), part, _ana, OfAna, Noon)));

        Assert.Equal(Math.Min(1, asked.Count(p => p == TeamPart.Mentor)), team.Places.Count(p => p.Part == TeamPart.Mentor));
        Assert.Equal(Math.Min(PeerTeam.MostPacesetters, 1 + asked.Count(p => p == TeamPart.Pacesetter)), team.Places.Count(p => p.Part == TeamPart.Pacesetter));
        Assert.Equal(1 + asked.Length, team.Places.Count + refused);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_community_is_in_when_its_own_people_say_yes_and_once_only()
    {
        var theirs = Community("algoma", _joe);
        var place = _team.Ask(theirs, TeamPart.Pacesetter, _ana, OfAna, Noon);

        Assert.False(place.IsTaken);
        Assert.Throws<RuleBrokenException>(() => _team.Accept(place, theirs, _ana, Noon));
        Assert.Throws<RuleBrokenException>(() => _team.Ask(theirs, TeamPart.Mentor, _ana, OfAna, Noon));

        _team.Accept(place, theirs, _joe, Noon);
        Assert.True(place.IsTaken);
        Assert.True(_team.CanBeChangedBy(_joe, [theirs.Id]));
    }

    [Fact]
    public void Nobody_founds_a_team_with_a_community_of_others_or_with_a_partner()
    {
        Assert.Throws<RuleBrokenException>(() => new PeerTeam("t", Words(), TeamSupport.Free, _maywood, TeamPart.Mentor, _joe, Guid.NewGuid(), Noon));
        var partner = Listing.Founded(ListingKind.Partner, Content("IHI"), "ihi", _joe, Noon);
        Assert.Throws<RuleBrokenException>(() => new PeerTeam("t", Words(), TeamSupport.Free, partner, TeamPart.Mentor, _joe, Guid.NewGuid(), Noon));
    }

    [Fact]
    public void The_coach_and_the_mentor_community_lead_once_they_are_there()
    {
        var mentor = Community("live-algoma", _joe);
        Assert.True(_team.CanBeLedBy(_ana, OfAna));

        _team.Accept(_team.Ask(mentor, TeamPart.Mentor, _ana, OfAna, Noon), mentor, _joe, Noon);

        Assert.False(_team.CanBeLedBy(_ana, OfAna));
        Assert.True(_team.CanBeLedBy(_joe, [mentor.Id]));
        Assert.Throws<RuleBrokenException>(() => _team.EndBy(_ana, OfAna, Noon));
        // Everybody goes by themselves.
        _team.Vacate(_team.PlaceOf(_maywood.Id)!, _maywood, _ana, OfAna);
        Assert.Null(_team.PlaceOf(_maywood.Id));
    }

    [Fact]
    public void A_team_that_has_ended_asks_nobody()
    {
        _team.EndBy(_ana, OfAna, Noon);

        Assert.Throws<RuleBrokenException>(() => _team.Ask(Community("algoma", _joe), TeamPart.Mentor, _ana, OfAna, Noon));
        Assert.Throws<RuleBrokenException>(() => _team.AskCoach(_joe, _ana, OfAna, Noon));
    }

    [Fact]
    public void A_stranger_changes_nothing()
    {
        Assert.False(_team.CanBeChangedBy(_joe, []));
        Assert.Throws<RuleBrokenException>(() => _team.Describe(Words(), TeamSupport.Free, _joe, []));
        Assert.Throws<RuleBrokenException>(() => _team.CoachBy(_joe, Noon));
    }

    PeerTeam Founded(TeamSupport support) => new("garden-team", Words(), support, _maywood, TeamPart.Pacesetter, _ana, Guid.NewGuid(), Noon);

    static bool Takes(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static TeamWords Words() => new("Garden team", TeamBond.Focus, "We grow food in town", "en");

    static ListingContent Content(string name) => new() { Words = new() { ["en"] = new() { Name = name, Summary = "A place" } } };

    static Listing Community(string slug, Member steward) => Listing.Founded(ListingKind.Community, Content(slug), slug, steward, Noon);
}
