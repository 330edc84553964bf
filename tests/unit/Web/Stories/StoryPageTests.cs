using System.Net;
using AngleSharp.Dom;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

public sealed class StoryPageTests(ReadingSite site)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_starter_story_has_its_page_with_its_title_source_and_standing()
    {
        var stories = await site.InDbAsync(db => db.Stories.Public().Where(s => s.ExternalId != null).ToListAsync(Stop));

        foreach (var story in stories)
        {
            var page = await site.PageAsync("/stories/" + story.Slug);

            Assert.Equal(story.Title, page.QuerySelector("h1")!.TextContent);
            Assert.Contains($"as published in {story.Year}", page.QuerySelector(".story-head .meta")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(story.Content.Source!.Title, page.QuerySelector("article cite:last-of-type, article p > cite")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(".steps .dot"));
        }
    }

    [Fact]
    public async Task A_hard_word_is_explained_at_its_first_use_only()
    {
        var page = await PageOfAsync("proviso-47-jobs");

        var ids = page.QuerySelectorAll("[role=tooltip]").Select(t => t.Id).ToList();
        Assert.Contains("tip-theory-of-change", ids);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task Facts_lead_to_the_stories_that_share_them()
    {
        var page = await PageOfAsync("proviso-47-jobs");

        var links = page.QuerySelectorAll(".facts a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/stories?place=maywood-illinois", links);
        Assert.Contains("/stories?topic=local-jobs", links);
        Assert.Contains("/stories?skill=LE", links);
        Assert.Contains("/stories?behaviour=17", links);
    }

    [Fact]
    public async Task In_another_language_the_words_of_the_original_say_theirs()
    {
        var slug = await site.InDbAsync(async db =>
        {
            var story = Invented("Un huerto para el barrio", "sp", "es");
            return await AddAsync(db, story);
        });

        var page = await site.PageAsync("/stories/" + slug);

        Assert.Equal("es", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("es", page.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector("article h2")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_translation_is_shown_to_its_readers_with_a_way_to_the_original()
    {
        var slug = await site.InDbAsync(async db =>
        {
            var story = Invented("A garden for the block", "tr");
            story.Translate("es", new() { Title = "Un huerto para la cuadra", Summary = "Resumen", WhatChanged = "Comen de él.", NumberLabels = ["familias"] });
            return await AddAsync(db, story);
        });

        var spanish = await site.PageAsync("/stories/" + slug, "es");
        var original = await site.PageAsync($"/stories/{slug}?original=true", "es");

        Assert.Equal("Un huerto para la cuadra", spanish.QuerySelector("h1")!.TextContent);
        Assert.Contains("familias", spanish.QuerySelector(".big")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("?original=true", spanish.QuerySelector(".story-head a")!.GetAttribute("href"));
        Assert.Equal("A garden for the block", original.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", original.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_address_that_a_story_had_before_leads_to_the_present_one()
    {
        var slug = await site.InDbAsync(async db =>
        {
            var story = Invented("A garden that moved", "mv");
            db.StorySlugs.Add(new("a-garden-before-it-moved", story.Id));
            return await AddAsync(db, story);
        });

        using var answer = await site.GetAsync("/stories/a-garden-before-it-moved");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/stories/" + slug, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/stories/no-such-story")]
    [InlineData("/stories/No%20such%20story")]
    [InlineData("/stories/-")]
    [InlineData("/stories/no-such-story/card.png")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_hidden_and_a_withdrawn_story_are_not_found_nor_is_their_old_address()
    {
        var slugs = await site.InDbAsync(async db =>
        {
            var editor = await db.Members.SingleAsync(m => m.Handle == StarterContent.SiteHandle, Stop);
            var hidden = Invented("A garden out of sight", "hi");
            hidden.HideBy(editor, "It names a child.", TimeProvider.System.GetUtcNow());
            var withdrawn = Invented("A garden taken back", "wi");
            withdrawn.Withdraw(withdrawn.Author, WithdrawalReason.AuthorsWish, TimeProvider.System.GetUtcNow());
            string[] slugs = [await AddAsync(db, hidden), await AddAsync(db, withdrawn), "a-garden-once"];
            db.StorySlugs.Add(new(slugs[2], withdrawn.Id));
            await db.SaveChangesAsync(Stop);
            return slugs;
        });

        foreach (var slug in slugs)
        {
            using var answer = await site.GetAsync("/stories/" + slug);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_an_author_typed_is_shown_and_never_run()
    {
        var slug = await site.InDbAsync(db => AddAsync(db, Invented("<script>alert(1)</script> & co", "xs", body: "<img src=x onerror=alert(1)> [click](javascript:alert(1))")));

        var page = await site.PageAsync("/stories/" + slug);

        Assert.Equal("<script>alert(1)</script> & co", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("article script, article img, a[href^=javascript]"));
    }

    [Fact]
    public async Task A_shared_link_brings_a_picture()
    {
        var page = await PageOfAsync("built-for-zero");
        var picture = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);

        using var answer = await site.GetAsync(picture.AbsolutePath);
        var png = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal([0, 0, 1200 >> 8, 1200 & 255, 0, 0, 630 >> 8, 630 & 255], png[16..24]);
    }

    [Fact]
    public async Task A_story_is_light_on_the_wire()
    {
        var slug = await SlugOfAsync("proviso-47-jobs");
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/stories/" + slug);
        ask.Headers.AcceptEncoding.ParseAdd("gzip, br");

        using var answer = await site.SendAsync(ask);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1_000, 10_240);
    }

    async Task<IDocument> PageOfAsync(string externalId) => await site.PageAsync("/stories/" + await SlugOfAsync(externalId));

    Task<string> SlugOfAsync(string externalId) => site.InDbAsync(db => db.Stories.Where(s => s.ExternalId == externalId).Select(s => s.Slug).SingleAsync(Stop));

    static Story Invented(string title, string who, string language = "en", string body = "") => new(
        Member.Invented($"{who}_{Guid.NewGuid():N}"[..20], "Invented", Origin.Demo, TimeProvider.System.GetUtcNow()),
        new()
        {
            Language = language,
            Words = new() { Title = title, Summary = title, WhatChanged = "Sixty families eat from it.", Body = body },
            Numbers = [new("60", "families")],
        },
        $"a-garden-{Guid.NewGuid():N}"[..20],
        TimeProvider.System.GetUtcNow().AddYears(-1));

    static async Task<string> AddAsync(AppDb db, Story story)
    {
        db.Stories.Add(story);
        db.StorySlugs.Add(new(story.Slug, story.Id));
        await db.SaveChangesAsync(Stop);
        return story.Slug;
    }
}
