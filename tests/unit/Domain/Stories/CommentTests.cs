using HealthDoers.Domain;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Stories;

public sealed class CommentTests
{
    [Fact]
    public void An_editor_who_removes_a_comment_says_why()
    {
        var comment = new Comment(GardenBy(Ana()), Joe(), "How did you begin?", null, Monday);

        Assert.Throws<RuleBrokenException>(() => comment.Remove(Editor(), "", Monday));
        comment.Remove(Editor(), "Names a patient", Monday);

        Assert.Equal("", comment.Body);
        Assert.Equal("Names a patient", comment.Removal?.Reason);
    }

    [Fact]
    public void Its_author_takes_a_comment_back_without_a_reason()
    {
        var joe = Joe();
        var comment = new Comment(GardenBy(Ana()), joe, "How did you begin?", null, Monday);

        comment.Remove(joe, "", Monday);

        Assert.NotNull(comment.Removal);
    }

    [Fact]
    public void Nobody_else_changes_or_removes_a_comment()
    {
        var comment = new Comment(GardenBy(Ana()), Joe(), "How did you begin?", null, Monday);

        Assert.Throws<RuleBrokenException>(() => comment.Edit("Changed", Ana(), Monday));
        Assert.Throws<RuleBrokenException>(() => comment.Remove(Ana(), "I do not like it", Monday));
    }

    [Fact]
    public void A_hidden_story_takes_no_comments()
    {
        var story = GardenBy(Ana());
        story.HideBy(Editor(), "Under review", Monday);

        Assert.Throws<RuleBrokenException>(() => new Comment(story, Joe(), "Hello", null, Monday));
    }

    [Fact]
    public void An_answer_stays_under_its_own_story()
    {
        var elsewhere = new Comment(GardenBy(Ana()), Joe(), "Elsewhere", null, Monday);

        Assert.Throws<RuleBrokenException>(() => new Comment(GardenBy(Ana()), Joe(), "Here", elsewhere, Monday));
    }

    [Fact]
    public void Nobody_responds_to_their_own_story()
    {
        var ana = Ana();

        Assert.Throws<RuleBrokenException>(() => new StoryResponse(GardenBy(ana), ana, ResponseKind.WeTriedThis, "", Monday));
    }
}
