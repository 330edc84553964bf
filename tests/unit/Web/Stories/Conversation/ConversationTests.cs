using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Stories.Conversation;

public class ConversationTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_stands_under_its_story_and_its_author_is_told_in_the_app_and_by_mail()
    {
        using var ana = await app.SignedInAsync("ana_asked");
        using var joe = await app.SignedInAsync("joe_asks");
        var slug = await StoryOfAsync("ana_asked");

        var sent = await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How did you **begin**?"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var page = (await joe.OpenAsync($"/stories/{slug}")).Page;
        Assert.Equal("begin", page.QuerySelector("#comments .said strong")?.TextContent);
        await UntilAsync(async () => (await ana.OpenAsync("/notifications")).Body.Contains("joe_asks commented on", StringComparison.Ordinal));
        Assert.Contains("because it is your story", await app.LetterAsync("ana_asked@example.org", "commented on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_is_sent_twice_stands_there_once()
    {
        await app.MemberAsync("ana_once_asked");
        using var joe = await app.SignedInAsync("joe_twice");
        var slug = await StoryOfAsync("ana_once_asked");

        var first = await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How did you begin?"));
        var second = await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How did you begin?"));

        Assert.Equal((first.Status, first.Goes), (second.Status, second.Goes));
        Assert.Equal(1, await app.InDbAsync(db => db.Comments.CountAsync(c => c.Author.Handle == "joe_twice", Stop)));
    }

    [Fact]
    public async Task Who_is_answered_is_told_by_that_reason_and_nobody_is_told_of_their_own_words()
    {
        using var ana = await app.SignedInAsync("ana_answers");
        using var joe = await app.SignedInAsync("joe_answered");
        var slug = await StoryOfAsync("ana_answers");
        await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How did you begin?"));
        var question = await app.InDbAsync(db => db.Comments.Where(c => c.Author.Handle == "joe_answered").Select(c => c.Id).SingleAsync(Stop));

        await ana.FillAsync($"/stories/{slug}/comment?answering={question}", ("Input.Body", "With one bed of beans."));

        await UntilAsync(async () => (await joe.OpenAsync("/notifications")).Body.Contains("ana_answers answered you", StringComparison.Ordinal));
        Assert.DoesNotContain("joe_answered answered", (await joe.OpenAsync("/notifications")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B \u2060")]
    public async Task A_comment_without_words_is_refused_beside_its_field(string body)
    {
        using var joe = await app.SignedInAsync($"joe_{Guid.NewGuid():N}"[..12]);
        var slug = await StoryOfAsync(null);

        var refused = await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", body));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.Body"));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_kept_as_typed()
    {
        using var joe = await app.SignedInAsync("joe_talks");
        var slug = await StoryOfAsync(null);
        var words = new string('a', Comment.BodyLimit + 1);

        var refused = await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(words, refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_author_changes_a_comment_and_what_was_removed_leaves_an_empty_place()
    {
        using var joe = await app.SignedInAsync("joe_changes");
        using var eve = await app.SignedInAsync("eve_reads");
        var slug = await StoryOfAsync(null);
        await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "First words"));
        var id = await app.InDbAsync(db => db.Comments.Where(c => c.Author.Handle == "joe_changes").Select(c => c.Id).SingleAsync(Stop));

        Assert.Equal(HttpStatusCode.NotFound, (await eve.OpenAsync($"/comments/{id}/change")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.OpenAsync($"/comments/{id}/remove")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/comments/{id}/change", ("Input.Body", "Better words"))).Status);
        Assert.Contains("Better words", (await eve.OpenAsync($"/stories/{slug}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/comments/{id}/remove")).Status);

        var page = (await eve.OpenAsync($"/stories/{slug}")).Body;
        Assert.DoesNotContain("Better words", page, StringComparison.Ordinal);
        Assert.Contains("The author took this comment back.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_is_counted_once_shown_to_the_author_with_its_note_and_can_be_taken_back()
    {
        using var ana = await app.SignedInAsync("ana_tried");
        using var joe = await app.SignedInAsync("joe_tries");
        var slug = await StoryOfAsync("ana_tried");
        var address = $"/stories/{slug}/respond/we-tried-this";

        await joe.FillAsync(address, ("Note", "Two schools, forty children."));
        await joe.FillAsync(address, ("Note", "Three schools."));

        Assert.Equal(1, await app.InDbAsync(db => db.StoryResponses.CountAsync(r => r.Member.Handle == "joe_tries", Stop)));
        Assert.Contains("Three schools.", (await ana.OpenAsync($"/stories/{slug}/responses")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"/stories/{slug}/responses")).Status);

        await joe.FillAsync(address, ("takeBack", "true"));
        Assert.Equal(0, await app.InDbAsync(db => db.StoryResponses.CountAsync(r => r.Member.Handle == "joe_tries", Stop)));
    }

    [Theory]
    [InlineData("we-tried-this", "tried what you tell in")]
    [InlineData("this-is-us-too", "lives the same as in")]
    [InlineData("i-can-help", "offers help with")]
    public async Task The_author_is_told_of_each_response_in_the_app_and_by_mail(string kind, string says)
    {
        var (author, reader) = ($"a_{Guid.NewGuid():N}"[..12], $"r_{Guid.NewGuid():N}"[..12]);
        using var ana = await app.SignedInAsync(author);
        using var joe = await app.SignedInAsync(reader);
        var slug = await StoryOfAsync(author);

        await joe.FillAsync($"/stories/{slug}/respond/{kind}", ("Note", "From the library."));

        await UntilAsync(async () => (await ana.OpenAsync("/notifications")).Body.Contains($"{reader} {says}", StringComparison.Ordinal));
        Assert.Contains("because it is your story", await app.LetterAsync($"{author}@example.org", says), StringComparison.Ordinal);
        var news = (await ana.OpenAsync("/notifications")).Page.QuerySelector(".row h2 a")!.GetAttribute("href")!;
        Assert.Equal($"/stories/{slug}/responses", (await ana.OpenAsync(news)).Goes);
    }

    [Fact]
    public async Task Nobody_responds_to_their_own_story_and_the_note_stays_in_its_field()
    {
        using var ana = await app.SignedInAsync("ana_alone");
        var slug = await StoryOfAsync("ana_alone");

        var refused = await ana.FillAsync($"/stories/{slug}/respond/i-can-help", ("Note", "My own note"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This is your own story.", refused.Body, StringComparison.Ordinal);
        Assert.Contains("My own note", refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_hear_of_a_new_story_once_by_the_first_reason()
    {
        using var ana = await app.SignedInAsync("ana_followed");
        using var joe = await app.SignedInAsync("joe_follows");
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "ana_followed", Stop)).Describe(new() { SeenBy = Audience.Everyone });
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync("/follow/member/ana_followed")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync("/follow/topic/food-access")).Status);

        await StoryOfAsync("ana_followed");

        await UntilAsync(async () => (await joe.OpenAsync("/notifications")).Body.Contains("ana_followed published", StringComparison.Ordinal));
        Assert.Equal(1, await app.InDbAsync(db => db.Notifications.CountAsync(n => db.Members.Any(m => m.Id == n.MemberId && m.Handle == "joe_follows"), Stop)));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_comes_back()
    {
        var slug = await StoryOfAsync(null);
        using var visitor = app.Browser();

        var sent = await visitor.OpenAsync($"/stories/{slug}/comment");

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("/account/login?returnUrl=", sent.Goes, StringComparison.Ordinal);
        Assert.Contains("No comments yet", (await visitor.OpenAsync($"/stories/{slug}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_story_is_on_the_members_own_list_only()
    {
        using var joe = await app.SignedInAsync("joe_keeps");
        using var eve = await app.SignedInAsync("eve_keeps_not");
        var slug = await StoryOfAsync(null);

        await joe.FillAsync($"/stories/{slug}/keep");

        Assert.Contains(slug, (await joe.OpenAsync("/stories/kept")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(slug, (await eve.OpenAsync("/stories/kept")).Body, StringComparison.Ordinal);
    }

    /// <summary>A new story by this member, or by somebody.</summary>
    async Task<string> StoryOfAsync(string? handle)
    {
        var author = handle ?? $"m_{Guid.NewGuid():N}"[..20];
        if (handle is null)
            await app.MemberAsync(author);
        return await app.StoryByAsync(author);
    }
}
