using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Tests.Domain.Communities;

public class TeamTests
{
    readonly Member _ana = People.Ana();
    readonly Member _joe = People.Joe();
    readonly Member _lena = new("lena_grows", "Lena", People.Monday);

    [Fact]
    public void Nobody_is_on_a_team_before_they_said_yes()
    {
        var listing = Profiles.FoundedBy(_ana);

        listing.Invite(_joe, TripodLeg.Connector, _ana, People.Monday);

        Assert.False(listing.SeatOf(_joe.Id)!.IsTaken);
        Assert.False(listing.CanBeEditedBy(_joe));
        Assert.Contains(TripodLeg.Connector, Tripod.Gaps(listing.Content, listing.Seats));

        listing.TakeSeat(_joe, TripodLeg.Connector, SeatNaming.MyName, "", "Bus driver", People.Monday);

        Assert.True(listing.CanBeEditedBy(_joe));
        Assert.Equal([TripodLeg.FormalLeader, TripodLeg.LivedExperience], Tripod.Gaps(listing.Content, listing.Seats));
    }

    [Fact]
    public void A_leg_told_by_its_number_is_no_gap()
    {
        var content = Profiles.Garden() with { Legs = [new(TripodLeg.LivedExperience, 12, "tenants")] };

        Assert.Equal([TripodLeg.FormalLeader, TripodLeg.Connector], Tripod.Gaps(content, []));
    }

    [Fact]
    public void Who_chooses_another_name_or_none_is_not_named()
    {
        var listing = Profiles.FoundedBy(_ana);
        listing.Invite(_joe, TripodLeg.LivedExperience, _ana, People.Monday);

        listing.TakeSeat(_joe, TripodLeg.LivedExperience, SeatNaming.OtherName, "J.", "", People.Monday);
        Assert.Equal("J.", listing.SeatOf(_joe.Id)!.OtherName);

        listing.TakeSeat(_joe, TripodLeg.LivedExperience, SeatNaming.NoName, "J.", "", People.Monday);
        Assert.Equal("", listing.SeatOf(_joe.Id)!.OtherName);
    }

    [Fact]
    public void Nobody_sits_down_uninvited_except_its_steward()
    {
        var listing = Profiles.FoundedBy(_ana);

        Assert.Throws<RuleBrokenException>(() => listing.TakeSeat(_joe, TripodLeg.Connector, SeatNaming.MyName, "", "", People.Monday));
        listing.TakeSeat(_ana, TripodLeg.Connector, SeatNaming.MyName, "", "", People.Monday);

        Assert.True(listing.SeatOf(_ana.Id)!.IsTaken);
        Assert.DoesNotContain(listing.Raised, e => e is TeamJoined);
    }

    [Fact]
    public void A_member_is_invited_once_and_only_by_the_team()
    {
        var listing = Profiles.FoundedBy(_ana);
        listing.Invite(_joe, TripodLeg.Connector, _ana, People.Monday);

        Assert.Throws<RuleBrokenException>(() => listing.Invite(_joe, TripodLeg.FormalLeader, _ana, People.Monday));
        Assert.Throws<RuleBrokenException>(() => listing.Invite(_lena, TripodLeg.FormalLeader, _joe, People.Monday));
    }

    [Fact]
    public void A_profile_is_handed_on_to_somebody_on_the_team_only()
    {
        var listing = Profiles.FoundedBy(_ana);
        listing.Invite(_joe, TripodLeg.Connector, _ana, People.Monday);
        Assert.Throws<RuleBrokenException>(() => listing.HandOn(_joe, _ana));

        listing.TakeSeat(_joe, TripodLeg.Connector, SeatNaming.MyName, "", "", People.Monday);
        listing.HandOn(_joe, _ana);

        Assert.Equal(_joe.Id, listing.StewardId);
        Assert.Throws<RuleBrokenException>(() => listing.HandOn(_ana, _ana));
    }

    [Fact]
    public void When_its_steward_is_erased_whoever_sat_there_longest_follows_and_without_a_team_it_is_unclaimed()
    {
        var listing = Profiles.FoundedBy(_ana);
        foreach (var (member, days) in new[] { (_joe, 2), (_lena, 1) })
        {
            listing.Invite(member, TripodLeg.Connector, _ana, People.Monday);
            listing.TakeSeat(member, TripodLeg.Connector, SeatNaming.MyName, "", "", People.Monday.AddDays(days));
        }

        listing.Forget(_ana.Id);
        Assert.Equal(_lena.Id, listing.StewardId);

        listing.Forget(_lena.Id);
        listing.Forget(_joe.Id);
        Assert.False(listing.IsClaimed);
        Assert.Empty(listing.Seats);
    }

    [Fact]
    public void Everybody_may_leave_and_only_the_steward_takes_others_off()
    {
        var listing = Profiles.FoundedBy(_ana);
        foreach (var member in new[] { _joe, _lena })
        {
            listing.Invite(member, TripodLeg.Connector, _ana, People.Monday);
            listing.TakeSeat(member, TripodLeg.Connector, SeatNaming.MyName, "", "", People.Monday);
        }

        Assert.Throws<RuleBrokenException>(() => listing.LeaveSeat(_lena.Id, _joe));
        listing.LeaveSeat(_joe.Id, _joe);
        listing.LeaveSeat(_lena.Id, _ana);

        Assert.Empty(listing.Seats);
    }
}
