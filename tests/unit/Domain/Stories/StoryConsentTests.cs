using HealthDoers.Domain;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Stories;

public sealed class StoryConsentTests
{
    [Fact]
    public void A_story_whose_name_was_taken_out_can_be_published_again()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        var consent = story.Record("A neighbour", ConsentTo.BeNamed, Monday, until: null);
        story.End(consent, ana, Monday.AddDays(1));
        Assert.Throws<RuleBrokenException>(() => story.PublishAgain(ana, Monday.AddDays(2)));

        story.TookOut(consent, ana, Monday.AddDays(3));
        story.PublishAgain(ana, Monday.AddDays(3));

        Assert.True(story.IsPublic);
    }

    [Fact]
    public void A_renewed_consent_ends_again_on_its_new_day()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        var consent = story.Record("A neighbour", ConsentTo.BeNamed, Monday, until: Monday.AddDays(1));
        story.EndConsents(Monday.AddDays(1));

        story.Renew(consent, Monday.AddDays(9), ana, Monday.AddDays(2));
        story.PublishAgain(ana, Monday.AddDays(2));
        story.EndConsents(Monday.AddDays(8));
        Assert.True(story.IsPublic);
        story.EndConsents(Monday.AddDays(9));

        Assert.False(story.IsPublic);
    }

    [Fact]
    public void Neither_an_edit_nor_a_restore_brings_back_a_picture_whose_consent_ended()
    {
        var ana = Ana();
        var pictured = Garden() with { Pictures = [new("aa", "Hands in soil", 800, 600)] };
        var story = new Story(ana, pictured, "garden", Monday);
        story.Record("A neighbour", ConsentTo.BePictured, Monday, Monday.AddDays(1), picture: "aa");
        story.EndConsents(Monday.AddDays(1));

        story.Edit(pictured, ana, 2, Monday.AddDays(2));
        Assert.Empty(story.Content.Pictures);
        story.Restore(story.Revisions[0], ana, Monday.AddDays(3));
        Assert.Empty(story.Content.Pictures);
    }

    [Fact]
    public void Earlier_versions_are_hidden_from_others_once_a_consent_ended()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        var consent = story.Record("A neighbour", ConsentTo.BeNamed, Monday, until: null);
        story.Edit(Garden("With the name"), ana, 1, Monday.AddHours(1));
        Assert.Single(story.RevisionsFor(Joe()));

        story.End(consent, ana, Monday.AddDays(1));
        story.Edit(Garden("Without the name"), ana, 2, Monday.AddDays(2));
        story.TookOut(consent, ana, Monday.AddDays(2));
        story.Edit(Garden("Without, and better"), ana, 3, Monday.AddDays(3));

        Assert.Equal(["Without the name"], story.RevisionsFor(Joe()).Select(r => r.Content.Words.Title));
        Assert.Equal(3, story.RevisionsFor(ana).Count());
    }

    [Fact]
    public void A_consent_to_any_picture_covers_the_whole_story()
    {
        var story = GardenBy(Ana());
        story.Record("A neighbour", ConsentTo.BePictured, Monday, Monday.AddDays(1));

        story.EndConsents(Monday.AddDays(1));

        Assert.Equal(WithdrawalReason.ConsentEnded, story.Withdrawal?.Reason);
    }
}
