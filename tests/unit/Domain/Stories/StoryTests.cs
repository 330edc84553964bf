using HealthDoers.Domain;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Stories;

public sealed class StoryTests
{
    [Fact]
    public void A_published_story_can_be_found_under_everything_it_shows()
    {
        var story = GardenBy(Ana());

        Assert.Equal(
            [(LabelKind.Topic, "food-access"), (LabelKind.Skill, "LE"), (LabelKind.Behaviour, "17")],
            story.Labels.Select(l => (l.Kind, l.Value)));
        Assert.Contains(new StoryPublished(story.Id), story.Raised);
    }

    [Fact]
    public void An_edit_keeps_what_stood_before()
    {
        var ana = Ana();
        var story = GardenBy(ana);

        story.Edit(Garden("Seventy families eat from the garden"), ana, seenVersion: 1, Monday.AddDays(1));

        Assert.Equal("Seventy families eat from the garden", story.Title);
        var before = Assert.Single(story.Revisions);
        Assert.Equal((1, "Sixty families eat from the garden"), (before.Number, before.Content.Words.Title));
        Assert.Equal(2, story.Version);
    }

    [Fact]
    public void A_stale_edit_overwrites_nothing()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        story.Edit(Garden("By the first"), ana, seenVersion: 1, Monday);

        var stale = Assert.Throws<StaleEditException>(() => story.Edit(Garden("By the second"), ana, seenVersion: 1, Monday));

        Assert.Equal(2, stale.PresentVersion);
        Assert.Equal("By the first", story.Title);
    }

    [Fact]
    public void A_restored_revision_is_one_more_edit()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        story.Edit(Garden("Changed"), ana, 1, Monday);

        story.Restore(story.Revisions[0], ana, Monday);

        Assert.Equal("Sixty families eat from the garden", story.Title);
        Assert.Equal(["Sixty families eat from the garden", "Changed"], story.Revisions.Select(r => r.Content.Words.Title));
    }

    [Fact]
    public void Nobody_else_changes_a_story()
    {
        var story = GardenBy(Ana());

        Assert.Throws<RuleBrokenException>(() => story.Edit(Garden(), Joe(), 1, Monday));
        Assert.Throws<RuleBrokenException>(() => story.Withdraw(Joe(), WithdrawalReason.AuthorsWish, Monday));
        Assert.Throws<RuleBrokenException>(() => story.HideBy(Joe(), "Because", Monday));
        Assert.Throws<RuleBrokenException>(() => story.Feature(Joe(), Monday, Monday.AddDays(7)));
    }

    [Fact]
    public void An_author_who_is_suspended_cannot_change_their_story()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        ana.SuspendBy(Administrator(), "Spam", Monday);

        Assert.Throws<RuleBrokenException>(() => story.Edit(Garden(), ana, 1, Monday));
    }

    [Fact]
    public void A_claimed_standing_counts_once_an_editor_confirms_it()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        story.Claim(EvidenceStanding.Tested, "We predicted and counted.", ana, Monday);
        Assert.Equal(EvidenceStanding.Idea, story.Standing);

        Assert.Throws<RuleBrokenException>(() => story.Confirm(story.Steps[0], ana, Monday));
        story.Confirm(story.Steps[0], Editor(), Monday.AddDays(1));

        Assert.Equal(EvidenceStanding.Tested, story.Standing);
        Assert.True(story.Steps[0].IsConfirmed);
    }

    [Fact]
    public void The_end_of_a_consent_to_be_named_withdraws_the_story()
    {
        var ana = Ana();
        var story = GardenBy(ana);
        story.Feature(Editor(), Monday, Monday.AddDays(30));
        story.Record("A neighbour", ConsentTo.BeNamed, Monday, until: Monday.AddDays(10));

        story.EndConsents(Monday.AddDays(9));
        Assert.True(story.IsPublic);

        story.EndConsents(Monday.AddDays(10));
        Assert.Equal(WithdrawalReason.ConsentEnded, story.Withdrawal?.Reason);
        Assert.Null(story.Featuring);
        Assert.Throws<RuleBrokenException>(() => story.PublishAgain(ana, Monday.AddDays(11)));
    }

    [Fact]
    public void The_end_of_a_consent_to_be_pictured_takes_that_picture_out()
    {
        var ana = Ana();
        var content = Garden() with { Pictures = [new("aa", "Hands in soil", 800, 600), new("bb", "A row of beans", 800, 600)] };
        var story = new Story(ana, content, "garden", Monday);
        story.Record("A neighbour", ConsentTo.BePictured, Monday, Monday.AddDays(1), picture: "aa");

        story.EndConsents(Monday.AddDays(2));
        story.EndConsents(Monday.AddDays(3));

        Assert.True(story.IsPublic);
        Assert.Equal(["bb"], story.Content.Pictures.Select(p => p.File));
        Assert.Single(story.Revisions);
    }

    [Fact]
    public void Only_what_everyone_can_read_is_featured_and_for_a_time()
    {
        var story = GardenBy(Ana());

        Assert.Throws<RuleBrokenException>(() => story.Feature(Editor(), Monday, Monday));
        story.HideBy(Editor(), "Under review", Monday);
        Assert.Throws<RuleBrokenException>(() => story.Feature(Editor(), Monday, Monday.AddDays(1)));
    }
}
