using System.Net;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Ideas;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Hubs;

public class HubPageTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hubs_of_the_movement_are_there_from_the_first_start_with_every_role_vacant()
    {
        using var visitor = app.Browser();

        var list = await visitor.OpenAsync("/hubs");
        var hub = await visitor.OpenAsync("/hubs/ontario-canada");

        Assert.Equal(20, list.Page.QuerySelectorAll("main .row h3 a[href^='/hubs/']").Length);
        Assert.Equal("Ontario, Canada (Local Health Integration Network)", hub.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, hub.Page.QuerySelectorAll("main dd .tag").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/hubs/no-such-hub")).Status);
    }

    [Theory]
    [InlineData("gardens", 0)]
    [InlineData("aging", 1)]
    [InlineData("Duluth, Minnesota", 1)]
    [InlineData("escocia", 1)]
    public async Task Hubs_are_found_by_words_of_any_language_and_by_place(string q, int found)
    {
        using var visitor = app.Browser();

        var list = await visitor.OpenAsync("/hubs?q=" + Uri.EscapeDataString(q));

        Assert.Equal(found, list.Page.QuerySelectorAll("main .row h3 a[href^='/hubs/']").Length);
        Assert.Equal(found == 0, list.Page.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task The_hub_of_the_place_on_your_own_page_is_offered_to_you()
    {
        using var ana = await app.SignedInAsync("ana_minn");
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "ana_minn", Stop)).Describe(new Profile { Place = "Duluth, Minnesota" });
            return await db.SaveChangesAsync(Stop);
        });

        Assert.NotNull((await ana.OpenAsync("/hubs")).Page.QuerySelector("section[aria-labelledby=near] a[href='/hubs/minnesota']"));
    }

    [Fact]
    public async Task A_new_story_of_its_place_shows_up_in_the_hub_and_in_its_feeds()
    {
        await app.MemberAsync("ana_tells");
        using var visitor = app.Browser();
        await visitor.OpenAsync("/hubs/minnesota");

        var slug = await app.InDbAsync(async db =>
        {
            var author = await db.Members.SingleAsync(m => m.Handle == "ana_tells", Stop);
            var story = new Story(author, Tests.Domain.People.Garden() with { Place = new("Duluth, Minnesota", "duluth-minnesota") }, "duluth-garden", DateTimeOffset.UtcNow);
            db.Add(story);
            await db.SaveChangesAsync(Stop);
            return story.Slug;
        });

        foreach (var path in new[] { "/hubs/minnesota", "/hubs/minnesota/stories", "/hubs/minnesota/feed.xml", "/hubs/minnesota/feed.json" })
            await UntilAsync(async () => (await visitor.OpenAsync(path)).Body.Contains("/stories/" + slug, StringComparison.Ordinal));
        Assert.DoesNotContain(slug, (await visitor.OpenAsync("/hubs/scotland")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/stories", "?before=x")]
    [InlineData("/members", "?page=2")]
    [InlineData("/agreement", "")]
    [InlineData("/feed.xml", "")]
    [InlineData("/join", "")]
    [InlineData("/remove/jos%C3%A9", "")]
    public async Task Every_page_of_a_hub_is_found_under_its_former_address(string page, string query)
    {
        using var reader = await app.SignedInAsync($"reads_{Guid.NewGuid():N}"[..20]);
        var former = $"former-{Guid.NewGuid():N}"[..20];
        await app.HubAsync("metrics", async (db, hub) => await db.AddAsync(new HubSlug(former, hub.Id), Stop));

        var answer = await reader.OpenAsync($"/hubs/{former}{page}{query}");

        Assert.Equal((HttpStatusCode.MovedPermanently, $"/hubs/metrics{page}{(page == "/feed.xml" ? "" : query)}"), (answer.Status, answer.Goes));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync($"/hubs/no-such-hub{page}{query}")).Status);
    }

    [Fact]
    public async Task Ideas_of_its_topic_or_place_stand_on_its_page_most_adapted_first()
    {
        var proposer = await app.MemberAsync("pia_proposes");
        using var visitor = app.Browser();
        await visitor.OpenAsync("/hubs/minnesota");
        var slug = await app.IdeaByAsync(proposer, "Ice fishing for elders", idea =>
            idea.Edit(idea.Content with { Place = new("Duluth, Minnesota", "duluth-minnesota"), Topics = [] }, proposer, 1, DateTimeOffset.UtcNow));

        await UntilAsync(async () => (await visitor.OpenAsync("/hubs/minnesota")).Page.QuerySelector($"section[aria-labelledby=ideas] a[href='/ideas/{slug}']") is not null);

        var topical = (await visitor.OpenAsync("/hubs/aging-well")).Page;
        Assert.Null((await visitor.OpenAsync("/hubs/scotland")).Page.QuerySelector($"a[href='/ideas/{slug}']"));
        Assert.NotEmpty(topical.QuerySelectorAll("section[aria-labelledby=ideas] .row"));
    }

    [Fact]
    public async Task A_hub_is_found_by_search_in_both_languages()
    {
        using var visitor = app.Browser();

        await UntilAsync(async () => (await visitor.OpenAsync("/api/search?kind=hub&q=veterans")).Body.Contains("/hubs/veterans", StringComparison.Ordinal));
        Assert.Contains("/hubs/scotland", (await visitor.OpenAsync("/api/search?kind=hub&q=escocia")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_shown_by_their_own_choice_and_counted_all()
    {
        using var ana = await app.SignedInAsync("ana_shown");
        await app.MemberAsync("zoe_hides");
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "ana_shown", Stop)).Describe(new Profile { SeenBy = Audience.Everyone });
            (await db.Members.SingleAsync(m => m.Handle == "zoe_hides", Stop)).Describe(new Profile { SeenBy = Audience.Nobody });
            return await db.SaveChangesAsync(Stop);
        });
        await app.MemberAsync("metrics", "ana_shown");
        await app.MemberAsync("metrics", "zoe_hides");

        var page = await ana.OpenAsync("/hubs/metrics/members");

        Assert.Contains("2 members", page.Body, StringComparison.Ordinal);
        Assert.Contains("/members/ana_shown", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe_hides", page.Body, StringComparison.Ordinal);
    }
}
