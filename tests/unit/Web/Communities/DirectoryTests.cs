using System.Net;

namespace HealthDoers.Tests.Web.Communities;

public sealed class DirectoryTests(ReadingSite site)
{
    [Fact]
    public async Task The_24_communities_of_scale_are_there_unclaimed_dated_and_each_counted_once()
    {
        var scale = await site.PageAsync("/communities?initiative=scale-1-0");
        Assert.Equal(24, scale.QuerySelectorAll(".rows > .row").Length);
        Assert.All(scale.QuerySelectorAll(".rows > .row"), row =>
        {
            Assert.Contains("not claimed yet", row.TextContent, StringComparison.Ordinal);
            Assert.Matches("as published in 20(16|17|20)", row.TextContent);
        });

        // Pathway to Pacesetter lies within both, and still nobody is counted twice.
        Assert.Contains("24 communities", (await site.PageAsync("/initiatives/scale-1-0")).QuerySelector("#inside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("26 communities", (await site.PageAsync("/initiatives/100-million-healthier-lives")).QuerySelector("#inside")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/communities?q=PROVISO", "Proviso Partners for Health")]
    [InlineData("/communities?q=maywood illinois", "Proviso Partners for Health")]
    [InlineData("/communities?place=south-carolina", "LiveWell Kershaw Coalition")]
    [InlineData("/communities?topic=refugees-and-immigrants", "Ethnic Community-based Organization for Refugees")]
    [InlineData("/communities?hub=minnesota", "Brooklyn Park")]
    [InlineData("/partners?sector=convener", "Institute for Healthcare Improvement (IHI)")]
    [InlineData("/initiatives?topic=veterans", "MyVA Communities")]
    [InlineData("/communities?q=kershaw&topic=youth&claimed=no", "LiveWell Kershaw Coalition")]
    public async Task A_directory_is_narrowed_by_words_place_topic_hub_sector_and_program(string path, string found)
    {
        var page = await site.PageAsync(path);

        Assert.Equal([found], page.QuerySelectorAll(".rows > .row h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Filters_stay_when_another_is_added_and_go_when_chosen_again()
    {
        var page = await site.PageAsync("/communities?topic=food-access");

        Assert.All(page.QuerySelectorAll(".facet:not(:has([aria-current])) a"), a => Assert.Contains("topic=food-access", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("topic=", page.QuerySelector(".facet a[aria-current]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/communities?q=zzzz")]
    [InlineData("/communities?place=nowhere&topic=nothing&hub=none&initiative=none")]
    [InlineData("/partners?claimed=yes")]
    [InlineData("/resources?q=zzzz")]
    public async Task Nothing_found_says_so_with_a_way_on(string path) =>
        Assert.NotNull((await site.PageAsync(path)).QuerySelector(".empty a"));

    [Theory]
    [InlineData("/partners?sector=aliens", HttpStatusCode.NotFound)]
    [InlineData("/communities/no-such-place", HttpStatusCode.NotFound)]
    [InlineData("/resources?category=none", HttpStatusCode.NotFound)]
    [InlineData("/communities?page=-3", HttpStatusCode.OK)]
    [InlineData("/communities?page=99999999999999999999", HttpStatusCode.OK)]
    [InlineData("/communities?q=%00%27%22%25_", HttpStatusCode.OK)]
    [InlineData("/partners/scale-1-0", HttpStatusCode.MovedPermanently)]
    [InlineData("/communities/new", HttpStatusCode.Redirect)]
    [InlineData("/communities/live-algoma/claim", HttpStatusCode.Redirect)]
    public async Task What_is_asked_wrongly_has_its_answer(string path, HttpStatusCode status)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/communities")]
    [InlineData("/communities/proviso-partners-for-health")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/scale-1-0")]
    [InlineData("/partners")]
    [InlineData("/resources")]
    public async Task Every_page_stands_in_both_languages_with_no_key_left_over(string path)
    {
        var (english, spanish) = (await site.PageAsync(path), await site.PageAsync(path, "es"));

        Assert.NotEqual(english.QuerySelector("main")!.TextContent, spanish.QuerySelector("main")!.TextContent);
        foreach (var page in new[] { english, spanish })
            Assert.DoesNotMatch(@"\b(Sector|Kind|Title|Role|Leg|Gap|By|Deck|Category|PlaceType)[A-Z]\w+", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_profile_shows_its_stories_its_three_legs_and_where_it_was_published()
    {
        var page = await site.PageAsync("/communities/proviso-partners-for-health");

        Assert.Equal(4, page.QuerySelectorAll(".row-art").Length);
        Assert.Equal(3, page.QuerySelectorAll(".leg-gap").Length);
        Assert.NotNull(page.QuerySelector("a[href$='/claim']"));
        Assert.Contains("Case Studies from Around the Globe", page.QuerySelector(".facts cite")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_seeds_name_as_services_is_among_the_resources_with_source_and_year()
    {
        var page = await site.PageAsync("/resources");

        foreach (var slug in new[] { "where-is-care-in-kershaw-county", "navigating-forward-fund", "health-care-transformation-map", "scale-overview-and-community-of-solutions", "leading-for-abundance" })
            Assert.Matches("as published in 20(16|17|20)", page.GetElementById(slug)!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll("h2.listhead").Length);
    }

    [Fact]
    public async Task Communities_initiatives_partners_and_resources_are_found_by_search()
    {
        await Eventually.UntilAsync(async () => (await site.TextAsync("/api/search?q=navigating+forward&kind=resource")).Contains("navigating-forward-fund", StringComparison.Ordinal));
        Assert.Contains("/communities/healthy-waterville", await site.TextAsync("/api/search?q=waterville&kind=community"), StringComparison.Ordinal);
        Assert.Contains("/initiatives/myva-communities", await site.TextAsync("/api/search?q=veterans&kind=initiative"), StringComparison.Ordinal);
        Assert.Contains("/partners/robert-wood-johnson-foundation", await site.TextAsync("/api/search?q=robert+wood+johnson&kind=partner"), StringComparison.Ordinal);
        Assert.Contains("/communities/healthy-waterville<", await site.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
    }
}
