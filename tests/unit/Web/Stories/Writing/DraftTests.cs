using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Tests.Web.Files;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Stories.Writing;

public class DraftTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task What_is_typed_is_saved_and_comes_back()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();

        var saved = await ana.SaveAsync(draft, 1, new() { ["Title"] = "Half a tit", ["Topics"] = "aging-well\nbehavioral-health-and-wellness", ["Foreign"] = "x" });

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var page = await ana.ReadAsync($"/stories/new?draft={draft}");
        Assert.Equal("Half a tit", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll("input[name='Input.Topics'][checked]").Length);
        Assert.Contains("Half a tit", (await ana.ReadAsync("/stories/drafts")).QuerySelector(".row h2")!.TextContent);
    }

    [Fact]
    public async Task An_older_turn_is_not_written_over_a_newer_one_and_learns_of_it()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 5, new() { ["Title"] = "Newer" });

        var late = await ana.SaveAsync(draft, 4, new() { ["Title"] = "Older" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var said = await late.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Newer", said.GetProperty("fields").GetProperty("Title").GetString());
        Assert.Equal("Newer", (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Other_peoples_drafts_are_not_there()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 1, new() { ["Title"] = "Private" });

        Assert.Equal(HttpStatusCode.NotFound, (await joe.GetAsync($"/stories/new?draft={draft}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.GetAsync($"/stories/new?draft={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.GetAsync($"/stories/drafts/{draft}/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.SaveAsync(draft, 9, new() { ["Title"] = "Mine now" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.PostAsync("/stories/new", ("Draft", draft.ToString()), ("Input.Title", "Mine now"), ("Input.WhatChanged", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.PostAsync($"/stories/drafts?handler=Discard&id={draft}")).StatusCode);
        Assert.Equal("Private", (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_refused_post_is_a_saved_draft()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();

        var refused = await ana.PostAsync("/stories/new", ("Draft", draft.ToString()), ("Input.Problem", "Nobody listened"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Nobody listened", (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelector("#Input_Problem")!.TextContent);
    }

    [Fact]
    public async Task A_save_that_arrives_after_publishing_makes_no_second_draft()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 1, new() { ["Title"] = "Soon out" });
        var path = await ana.PublishAsync("Soon out", ("Draft", draft.ToString()));

        var late = await ana.SaveAsync(draft, 2, new() { ["Title"] = "Soon out", ["WhatChanged"] = "Sixty families eat from it." });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(path, "/stories/" + (await late.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("publishedAs").GetString());
        Assert.Null((await ana.ReadAsync("/stories/drafts")).QuerySelector(".row"));
    }

    [Fact]
    public async Task What_two_windows_write_at_the_same_turn_is_not_written_over()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 1, new() { ["Title"] = "Both windows" });
        await ana.SaveAsync(draft, 2, new() { ["Title"] = "Both windows", ["Problem"] = "From the first" });

        var other = await ana.SaveAsync(draft, 2, new() { ["Title"] = "Both windows", ["Advice"] = "From the second" });
        var again = await ana.SaveAsync(draft, 2, new() { ["Title"] = "Both windows", ["Problem"] = "From the first", ["Body"] = "" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (other.StatusCode, again.StatusCode));
        Assert.Equal("From the first", (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelector("#Input_Problem")!.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_in_one_window_after_publishing_from_another_becomes_a_change_to_the_story(bool withScript)
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 1, new() { ["Title"] = "Out of one window" });
        var path = await ana.PublishAsync("Out of one window", ("Draft", draft.ToString()), ("Turn", "1"));

        if (withScript)
            Assert.Equal(HttpStatusCode.OK, (await ana.SaveAsync(draft, 2, new() { ["Title"] = "Out of one window", ["WhatChanged"] = "Sixty families eat from it.", ["Advice"] = "Ask the cooks first" })).StatusCode);
        var pressed = await ana.PostAsync("/stories/new", ("Draft", draft.ToString()), ("Turn", "2"),
            ("Input.Title", "Out of one window"), ("Input.WhatChanged", "Sixty families eat from it."), ("Input.Advice", "Ask the cooks first"));

        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        Assert.StartsWith(path + "/edit?draft=", pressed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Ask the cooks first", (await ana.ReadAsync(pressed.Headers.Location.OriginalString)).QuerySelector("#Input_Advice")!.TextContent);
        Assert.Equal(pressed.Headers.Location, (await ana.GetAsync($"/stories/new?draft={draft}")).Headers.Location);
        Assert.DoesNotContain("Ask the cooks", (await ana.ReadAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_draft_comes_back_by_undo_and_is_not_listed_meanwhile()
    {
        using var ana = await Author.InAsync(app);
        var (kept, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ana.SaveAsync(kept, 1, new() { ["Title"] = "Kept" });
        await ana.SaveAsync(gone, 1, new() { ["Title"] = "Gone" });
        foreach (var draft in new[] { kept, gone })
            Assert.Equal($"/stories/drafts?discarded={draft}", (await ana.PostAsync($"/stories/drafts?handler=Discard&id={draft}")).Headers.Location!.OriginalString);
        Assert.Null((await ana.ReadAsync("/stories/drafts")).QuerySelector(".row"));

        await ana.PostAsync($"/stories/drafts?handler=BringBack&id={kept}");
        var sweep = app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OldDrafts>().Single();
        await sweep.RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Kept", (await ana.ReadAsync("/stories/drafts")).QuerySelector(".row h2")!.TextContent);
        Assert.Equal(2, await app.InDbAsync(db => db.StoryDrafts.CountAsync(d => d.AuthorId == ana.Member.Id)));
    }

    [Fact]
    public async Task Too_much_text_is_refused_and_nothing_is_half_saved()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        await ana.SaveAsync(draft, 1, new() { ["Title"] = "Short" });

        var refused = await ana.SaveAsync(draft, 2, new() { ["Title"] = "Long", ["Body"] = new string('x', 260_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("Short", (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_fifty_first_draft_is_refused_by_a_sentence()
    {
        using var ana = await Author.InAsync(app);
        for (var n = 0; n < 50; n++)
            await ana.SaveAsync(Guid.CreateVersion7(), 1, new() { ["Title"] = $"Draft {n}" });

        var refused = await ana.SaveAsync(Guid.CreateVersion7(), 1, new() { ["Title"] = "One more" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("50 drafts", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_preview_shows_the_draft_and_publishes_it()
    {
        using var ana = await Author.InAsync(app);
        var answer = await ana.PostAsync("/stories/new?handler=Preview", ("Input.Title", "Seen before"), ("Input.WhatChanged", "**Much** <script>"));
        var preview = answer.Headers.Location!.OriginalString;

        var page = await ana.ReadAsync(preview);
        Assert.Equal("Much", page.QuerySelector("article strong")!.TextContent);
        Assert.Null(page.QuerySelector("article script"));

        var published = await ana.PostAsync(preview);
        var story = await ana.ReadAsync(published.Headers.Location!.OriginalString);
        foreach (var part in new[] { ".story-head", ".art", "article" })
            Assert.Equal(page.QuerySelector(part)!.OuterHtml, story.QuerySelector(part)!.OuterHtml);
        Assert.Equal(page.QuerySelector(".facts")!.TextContent, story.QuerySelector(".facts")!.TextContent);
        Assert.Equal("/stories/seen-before", published.Headers.Location!.OriginalString);
        Assert.Equal("/stories/seen-before", (await ana.PostAsync(preview)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unfinished_draft_is_not_published_from_its_preview()
    {
        using var ana = await Author.InAsync(app);
        var preview = (await ana.PostAsync("/stories/new?handler=Preview", ("Input.Title", "Only a title"))).Headers.Location!.OriginalString;

        var back = (await ana.PostAsync(preview)).Headers.Location!.OriginalString;

        Assert.Equal("true", (await ana.ReadAsync(back)).QuerySelector("#Input_WhatChanged")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_picture_uploaded_by_the_script_belongs_to_the_draft()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();

        var kept = await ana.PostFilesAsync($"/stories/drafts/{draft}/pictures", [("picture", Pictures.Png(30, 20)), ("small", Pictures.Png(3, 2))]);
        var refused = await ana.PostFilesAsync($"/stories/drafts/{draft}/pictures", [("picture", "GIF89a"u8.ToArray())]);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single((await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelectorAll(".kept-pictures > li"));
    }

    [Fact]
    public async Task A_picture_that_is_there_already_answers_with_itself()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        var first = await UploadAsync(ana, draft, Pictures.Png(31, 20));
        var second = await UploadAsync(ana, draft, Pictures.Png(32, 20));

        var again = await UploadAsync(ana, draft, Pictures.Png(31, 20));

        Assert.Equal(first.GetProperty("file").GetString(), again.GetProperty("file").GetString());
        Assert.NotEqual(second.GetProperty("file").GetString(), again.GetProperty("file").GetString());
    }

    [Fact]
    public async Task Where_a_photo_was_taken_never_reaches_a_reader()
    {
        using var ana = await Author.InAsync(app);
        var kept = await UploadAsync(ana, Guid.CreateVersion7(), Pictures.Jpeg(Pictures.ExifSegment()));

        var served = await (await ana.GetAsync(kept.GetProperty("url").GetString()!)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(served.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Pictures.Secret)) < 0);
        // Turned to the side by the orientation that stays.
        Assert.Equal((2, 3), (kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task A_published_picture_offers_both_sizes_and_keeps_its_room()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();
        var upload = await ana.PostFilesAsync($"/stories/drafts/{draft}/pictures", [("picture", Pictures.Png(960, 600)), ("small", Pictures.Png(480, 300))]);
        var file = (await upload.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("file").GetString()!;

        var path = await ana.PublishAsync("Seen in two sizes", ("Draft", draft.ToString()), ($"Input.Descriptions[{file}]", "Beans in rows"));

        var picture = (await ana.ReadAsync(path)).QuerySelector("figure img")!;
        Assert.Equal(("960", "600"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Matches($"^/files/[0-9a-f]{{64}} 480w, /files/{file} 960w$", picture.GetAttribute("srcset"));
        Assert.Null(picture.GetAttribute("loading"));
    }

    static async Task<JsonElement> UploadAsync(Author author, Guid draft, byte[] picture)
    {
        var answer = await author.PostFilesAsync($"/stories/drafts/{draft}/pictures", [("picture", picture)]);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Pictures_uploaded_at_the_same_moment_are_all_kept()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
            ana.PostFilesAsync($"/stories/drafts/{draft}/pictures", [("picture", Pictures.Png(30 + i, 20))])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(6, (await ana.ReadAsync($"/stories/new?draft={draft}")).QuerySelectorAll(".kept-pictures > li").Length);
    }
}
