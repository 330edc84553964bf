using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain.Communities;

public class ListingTests
{
    readonly Member _ana = People.Ana();
    readonly Member _joe = People.Joe();
    readonly Member _editor = People.Editor();

    [Fact]
    public void Whoever_adds_a_profile_looks_after_it()
    {
        var listing = Profiles.FoundedBy(_ana);

        Assert.True(listing.IsClaimed);
        Assert.True(listing.CanBeEditedBy(_ana));
        Assert.False(listing.CanBeEditedBy(_joe));
        Assert.Throws<RuleBrokenException>(() => listing.Edit(Profiles.Garden("Joe's"), _joe, 1, People.Monday));
    }

    [Fact]
    public void A_suspended_member_adds_and_edits_nothing()
    {
        var listing = Profiles.FoundedBy(_ana);
        _ana.SuspendBy(People.Administrator(), "Spam", People.Monday);

        Assert.False(listing.CanBeEditedBy(_ana));
        Assert.Throws<RuleBrokenException>(() => Profiles.FoundedBy(_ana));
    }

    [Fact]
    public void A_stale_edit_overwrites_nothing()
    {
        var listing = Profiles.FoundedBy(_ana);
        listing.Edit(Profiles.Garden("What the editor wrote"), _editor, 1, People.Monday);

        var stale = Assert.Throws<StaleEditException>(() => listing.Edit(Profiles.Garden("What Ana wrote"), _ana, 1, People.Monday));

        Assert.Equal((2, "What the editor wrote"), (stale.PresentVersion, listing.Name));
        Assert.Equal("The Garden Circle", Assert.Single(listing.Revisions).Content.Words["en"].Name);
    }

    [Fact]
    public void An_earlier_version_can_be_restored_and_nothing_is_lost()
    {
        var listing = Profiles.FoundedBy(_ana);
        listing.Edit(Profiles.Garden("Another name"), _ana, 1, People.Monday);

        listing.Restore(listing.Revisions[0], _ana, People.Monday);

        Assert.Equal(("The Garden Circle", 3), (listing.Name, listing.Version));
        Assert.Equal(["The Garden Circle", "Another name"], listing.Revisions.Select(r => r.Content.Words["en"].Name));
    }

    [Fact]
    public void Its_labels_follow_its_content()
    {
        var listing = Profiles.FoundedBy(_ana);

        listing.Edit(Profiles.Garden() with { Topics = ["youth", "youth"], Sectors = [] }, _ana, 1, People.Monday);

        Assert.Equal([(ListingLabelKind.Topic, "youth")], listing.Labels.Select(l => (l.Kind, l.Value)));
    }

    [Theory]
    [InlineData("Maywood, Illinois", "Illinois", "illinois")]
    [InlineData("Scotland", "Scotland", "scotland")]
    [InlineData("Toronto, Ontario, Canada ", "Canada", "canada")]
    public void The_last_part_of_a_place_is_its_region(string name, string region, string slug)
    {
        var place = new ListingPlace(name);
        Assert.Equal((region, slug), (place.Region, place.RegionSlug));
    }

    [Fact]
    public void What_was_published_of_its_roles_stays_when_its_people_choose_what_they_take_part_in()
    {
        var (listing, scale, garden) = (Profiles.Unclaimed(), Profiles.Initiative("scale"), Profiles.Initiative("garden"));
        listing.TieTo(scale, TieRole.Mentor, 2015, 2017);
        listing.TieTo(scale, TieRole.TakesPart, 2015, 2017);

        listing.TakePartIn([garden]);

        Assert.Equal([(scale.Id, TieRole.Mentor), (garden.Id, TieRole.TakesPart)], listing.Initiatives.Select(t => (t.InitiativeId, t.Role)));
    }
}
