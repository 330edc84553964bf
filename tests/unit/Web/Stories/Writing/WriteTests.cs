using System.Net;
using System.Net.Http.Json;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories.Writing;

public class WriteTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task The_form_says_its_limits_beforehand_and_counts_only_near_them()
    {
        using var ana = await Author.InAsync(app);
        var page = await ana.ReadAsync("/stories/new");

        foreach (var field in page.QuerySelectorAll("form.writing [data-counts]"))
        {
            Assert.True(field.HasAttribute("hidden"));
            var control = page.GetElementById(field.GetAttribute("data-counts")!)!;
            var told = string.Join(' ', control.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));
            Assert.Matches("Up to [0-9,]+ characters", told);
        }
        Assert.DoesNotContain("Characters left", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Place", "x")]
    [InlineData("Input.Topics", "food-access")]
    [InlineData("Input.FromYear", "soon")]
    [InlineData("Input.StandingReason", "Sure", "Input.Standing", "Tested")]
    public async Task A_part_of_the_form_stands_open_when_something_is_in_it(params string[] filled)
    {
        using var ana = await Author.InAsync(app);
        Assert.Empty((await ana.ReadAsync("/stories/new")).QuerySelectorAll("details.ask-about[open]"));

        var page = await Author.PageOf(await ana.PostAsync("/stories/new", [.. filled.Chunk(2).Select(f => (f[0], f[1]))]));

        var open = Assert.Single(page.QuerySelectorAll("details.ask-about[open]"));
        Assert.NotNull(open.QuerySelector($"[name='{filled[0]}']"));
    }

    [Fact]
    public async Task A_story_is_published_by_one_plain_post()
    {
        using var ana = await Author.InAsync(app);

        var path = await ana.PublishAsync("Ñandú garden: sixty families", ("Input.Kind", "failForward"), ("Input.Topics", "Gardens, equity"), ("Input.Place", "Maywood, Illinois"),
            ("Input.Problem", "Hunger"), ("Input.WhatWeDid", "Dug"), ("Input.Advice", "Begin"), ("Input.Body", "More"));

        Assert.StartsWith("/stories/nandu-garden-sixty-families", path);
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync(path)).StatusCode);
        var story = await StoryAt(path);
        Assert.Equal(StoryKind.FailForward, story.Kind);
        Assert.Equal("maywood-illinois", story.PlaceSlug);
        Assert.Equal("Sixty families eat from it.", story.Summary);
        Assert.Equal("", (await ana.ReadAsync($"/stories/{story.Slug}/edit")).QuerySelector("#Input_Summary")!.TextContent.Trim());
        Assert.Contains("gardens", story.Content.Tags);
    }

    [Fact]
    public async Task A_refused_story_keeps_everything_typed_and_marks_the_fields()
    {
        using var ana = await Author.InAsync(app);

        var answer = await ana.PostAsync("/stories/new", ("Input.Title", " "), ("Input.Problem", "They <b>waited</b> for years"), ("Input.FromYear", "soon"), ("Input.Topics", "food-access"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Author.PageOf(answer);
        Assert.Equal("true", page.QuerySelector("#Input_Title")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", page.QuerySelector("#Input_WhatChanged")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", page.QuerySelector("#Input_FromYear")!.GetAttribute("aria-invalid"));
        Assert.Null(page.QuerySelector("#Input_Problem")!.GetAttribute("aria-invalid"));
        Assert.Equal("They <b>waited</b> for years", page.QuerySelector("#Input_Problem")!.TextContent);
        Assert.Equal("soon", page.QuerySelector("#Input_FromYear")!.GetAttribute("value"));
        Assert.Equal(3, page.QuerySelectorAll("[data-errors] li a").Length);
    }

    [Fact]
    public async Task Text_over_a_limit_is_refused_by_a_sentence_and_stays()
    {
        using var ana = await Author.InAsync(app);

        var answer = await ana.PostAsync("/stories/new", ("Input.Title", new string('x', 201)), ("Input.WhatChanged", "Much"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Author.PageOf(answer);
        Assert.Equal(201, page.QuerySelector("#Input_Title")!.GetAttribute("value")!.Length);
        Assert.Contains("Too many: 1", page.QuerySelector("#Input_Title-wrong")!.TextContent);
    }

    [Fact]
    public async Task Two_stories_of_one_title_have_addresses_of_their_own()
    {
        using var ana = await Author.InAsync(app);
        var title = $"Our garden {Guid.NewGuid():N}";

        var paths = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ana.PublishAsync(title)));

        Assert.Equal(6, paths.Distinct().Count());
        Assert.Contains(paths, p => p.EndsWith("-6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_double_press_of_the_button_makes_one_story()
    {
        using var ana = await Author.InAsync(app);
        await ana.GetAsync("/stories/new");
        var draft = Guid.CreateVersion7().ToString();

        var paths = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ana.PublishAsync("Pressed twice", ("Draft", draft))));

        Assert.Single(paths.Distinct());
        Assert.Equal(1, await app.InDbAsync(db => db.Stories.CountAsync(s => s.AuthorId == ana.Member.Id)));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in()
    {
        using var visitor = app.Visitor();

        var answer = await visitor.GetAsync("/stories/new", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/login?returnUrl=%2Fstories%2Fnew", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_script_whose_sign_in_has_ended_is_told_so_and_not_sent_elsewhere()
    {
        using var visitor = app.Visitor();

        var answer = await visitor.PutAsync($"/stories/drafts/{Guid.NewGuid()}", JsonContent.Create(new { turn = 1 }), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_picture_needs_words_for_those_who_cannot_see_it()
    {
        using var ana = await Author.InAsync(app);
        var draft = Guid.CreateVersion7().ToString();
        (string, byte[])[] picture = [("Picture", Pictures.Jpeg(Pictures.ExifSegment()))];

        var refused = await ana.PostFilesAsync("/stories/new", picture, ("Draft", draft), ("Input.Title", "With a picture"), ("Input.WhatChanged", "Much"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var description = (await Author.PageOf(refused)).QuerySelector("textarea[name^='Input.Descriptions[']")!;
        Assert.Equal("true", description.GetAttribute("aria-invalid"));

        var path = await ana.PublishAsync("With a picture", ("Draft", draft), (description.GetAttribute("name")!, "Hands in soil"));

        var kept = Assert.Single((await StoryAt(path)).Content.Pictures);
        Assert.Equal("Hands in soil", kept.Description);
        var file = await ana.GetAsync($"/files/{kept.File}");
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(Pictures.Secret, await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_picture_and_its_words_travel_in_one_plain_post()
    {
        using var ana = await Author.InAsync(app);

        var answer = await ana.PostFilesAsync("/stories/new", [("Picture", Pictures.Png(3, 2))], ("PictureDescription", "A row of beans"), ("Input.Title", "In one go"), ("Input.WhatChanged", "Much"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("A row of beans", Assert.Single((await StoryAt(answer.Headers.Location!.OriginalString)).Content.Pictures).Description);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_by_its_content_and_the_text_stays()
    {
        using var ana = await Author.InAsync(app);

        var answer = await ana.PostFilesAsync("/stories/new", [("Picture", "<svg onload=alert(1)>"u8.ToArray())], ("Input.Title", "Kept"), ("Input.WhatChanged", "Much"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Author.PageOf(answer);
        Assert.Equal("Kept", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Contains("SVG", page.QuerySelector("#Picture-wrong")!.TextContent);
    }

    [Fact]
    public async Task A_video_needs_its_transcript()
    {
        using var ana = await Author.InAsync(app);
        (string, string)[] video = [("Input.Title", "On film"), ("Input.WhatChanged", "Much"), ("Input.Kind", "Video"), ("Input.VideoUrl", "https://example.org/film")];

        var refused = await ana.PostAsync("/stories/new", video);
        var published = await ana.PostAsync("/stories/new", [.. video, ("Input.VideoTranscript", "We dug.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
    }

    Task<Story> StoryAt(string path) => app.InDbAsync(db => db.Stories.SingleAsync(s => s.Slug == path.Replace("/stories/", "", StringComparison.Ordinal)));
}
