using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

/// <summary>Pages share what they have read and drawn. Nobody may see what is another's, or what is no longer so.</summary>
public sealed class SharedDrawingTests : IAsyncLifetime
{
    // Without the kept pages every answer is put together anew, from what is shared.
    readonly WebApp _app = new() { Settings = { ["Cache:Pages"] = "false" } };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_sees_what_is_theirs_and_nothing_of_another()
    {
        using var ana = await _app.SignedInAsync("ana_shares");
        using var joe = await _app.SignedInAsync("joe_shares");
        using var visitor = _app.Browser();
        var story = "/stories/" + await _app.StoryByAsync("ana_shares");
        await ana.FillAsync(story + "/comment", ("Input.Body", "With one bed of beans."));
        await joe.FillAsync(story + "/comment", ("Input.Body", "We did the same."));
        await joe.FillAsync(story + "/respond/i-can-help");
        await joe.FillAsync(story + "/keep");

        for (var round = 0; round < 2; round++)
        {
            var (hers, his, seen) = (await ana.OpenAsync(story), await joe.OpenAsync(story), await visitor.OpenAsync(story));

            Assert.Equal(["Change", "Remove", "Report"], Acts(hers));
            Assert.Equal(["Report", "Change", "Remove"], Acts(his));
            Assert.Empty(Acts(seen));
            Assert.Equal([0, 1, 0], new[] { hers, his, seen }.Select(a => a.Page.QuerySelectorAll(".react-on").Length));
            Assert.Equal([1, 0, 0], new[] { hers, his, seen }.Select(a => a.Page.QuerySelectorAll($"a[href='{story}/edit']").Length));
            Assert.Equal(["Keep for later", "Kept for later", "Keep for later"], new[] { hers, his, seen }.Select(a => a.Page.QuerySelector($"a[href='{story}/keep']")!.TextContent.Trim()));
            Assert.Equal(["ana_shares", "joe_shares", null], new[] { hers, his, seen }.Select(a => a.Page.QuerySelector("[data-account]")?.GetAttribute("data-account")));
            Assert.Contains("Add a comment", his.Body, StringComparison.Ordinal);
            Assert.Contains("Sign in to comment", seen.Body, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("/", "What changed lately", "Lo que cambió hace poco"), InlineData("/stories", "Newest first", "Lo más nuevo primero"), InlineData("story", "Add a comment", "Agregar un comentario")]
    public async Task Each_reads_their_own_language(string path, string english, string spanish)
    {
        await _app.MemberAsync("ana_" + english.Length);
        path = path == "story" ? "/stories/" + await _app.StoryByAsync("ana_" + english.Length) : path;
        using var joe = await _app.SignedInAsync("joe_" + english.Length);
        using var eva = await _app.SignedInAsync("eva_" + english.Length);
        await eva.OpenAsync("/language/es?returnUrl=/");

        for (var round = 0; round < 2; round++)
        {
            var (his, hers) = (await joe.OpenAsync(path), await eva.OpenAsync(path));

            Assert.Equal("en", his.Page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("es", hers.Page.DocumentElement.GetAttribute("lang"));
            Assert.Contains(english, his.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(spanish, his.Body, StringComparison.Ordinal);
            Assert.Contains(spanish, hers.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(english, hers.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_shows_on_the_very_next_page()
    {
        using var ana = await _app.SignedInAsync("ana_edits");
        using var visitor = _app.Browser();
        var slug = await _app.StoryByAsync("ana_edits");
        string[] pages = ["/", "/stories", "/stories/" + slug];
        foreach (var page in pages)
            Assert.Contains("Sixty families eat from the garden", (await visitor.OpenAsync(page)).Body, StringComparison.Ordinal);

        await ChangeAsync(slug, (story, author) => story.Edit(Tests.Domain.People.Garden("Ninety families eat from it"), author, story.Version, TimeProvider.System.GetUtcNow()));
        foreach (var page in pages)
            Assert.Contains("Ninety families eat from it", (await visitor.OpenAsync(page)).Body, StringComparison.Ordinal);

        await ChangeAsync(slug, (_, author) => author.Rename("Ana who moved"));
        Assert.Contains("Ana who moved", (await visitor.OpenAsync(pages[2])).Body, StringComparison.Ordinal);

        await ChangeAsync(slug, (story, author) => story.Withdraw(author, WithdrawalReason.AuthorsWish, TimeProvider.System.GetUtcNow()));
        foreach (var page in pages[..2])
            Assert.DoesNotContain("Ninety families eat from it", (await visitor.OpenAsync(page)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(pages[2])).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync(pages[2])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(pages[2])).Status);
    }

    [Fact]
    public async Task A_comment_is_there_for_all_once_it_is_sent_and_its_words_are_gone_once_it_is_removed()
    {
        using var ana = await _app.SignedInAsync("ana_listens");
        using var joe = await _app.SignedInAsync("joe_speaks");
        using var visitor = _app.Browser();
        Browser[] all = [ana, joe, visitor];
        var story = "/stories/" + await _app.StoryByAsync("ana_listens");
        foreach (var reader in all)
            Assert.Contains("No comments yet", (await reader.OpenAsync(story)).Body, StringComparison.OrdinalIgnoreCase);

        await joe.FillAsync(story + "/comment", ("Input.Body", "How did you begin?"));
        foreach (var reader in all)
            Assert.Contains("How did you begin?", (await reader.OpenAsync(story)).Body, StringComparison.Ordinal);

        var id = await _app.InDbAsync(db => db.Comments.Where(c => c.Author.Handle == "joe_speaks").Select(c => c.Id).SingleAsync(Stop));
        await joe.FillAsync($"/comments/{id}/remove");
        foreach (var reader in all)
            Assert.DoesNotContain("How did you begin?", (await reader.OpenAsync(story)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_node_changed_shows_within_two_seconds()
    {
        await _app.MemberAsync("ana_elsewhere");
        using var visitor = _app.Browser();
        var slug = await _app.StoryByAsync("ana_elsewhere");
        string[] pages = ["/", "/stories", "/stories/" + slug];
        foreach (var page in pages)
            await visitor.OpenAsync(page);

        // The rows alone, as they arrive from elsewhere: no bell rings here.
        await _app.InDbAsync(async db =>
        {
            var id = await db.Stories.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync(Stop);
            await db.Database.ExecuteSqlAsync($"UPDATE Stories SET Title = 'Told elsewhere', Content = replace(Content, 'Sixty families eat from the garden', 'Told elsewhere') WHERE Slug = {slug}", Stop);
            db.Events.Add(EventRow.Of(new StoryChanged(id), TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync(Stop);
        });

        var since = TimeProvider.System.GetTimestamp();
        foreach (var page in pages)
            await Eventually.UntilAsync(async () => (await visitor.OpenAsync(page)).Body.Contains("Told elsewhere", StringComparison.Ordinal));
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, Quick.Following);
    }

    static IEnumerable<string> Acts(Answer answer) =>
        answer.Page.QuerySelectorAll("#comments .acts a[href*='/comments/'], #comments .acts a[href*='/report/']").Select(a => a.TextContent.Trim());

    Task<int> ChangeAsync(string slug, Action<Story, Member> change) => _app.InDbAsync(async db =>
    {
        var story = await db.Stories.Include(s => s.Labels).Include(s => s.Author).SingleAsync(s => s.Slug == slug, Stop);
        change(story, story.Author);
        return await db.SaveChangesAsync(Stop);
    });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
