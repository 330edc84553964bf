using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HealthDoers.Tests.Web.Search;

public sealed class SearchPageTests(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task Results_are_marked_and_can_be_narrowed_without_script()
    {
        var page = await PageAsync("/search?q=garden");
        Assert.NotEmpty(page.QuerySelectorAll(".row mark"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        var tick = page.QuerySelector("form.rail input[name=topic]")!;
        var form = tick.Closest("form")!;
        Assert.Equal("garden", form.QuerySelector("input[name=q]")!.GetAttribute("value"));

        var narrowed = await PageAsync($"/search?q=garden&topic={tick.GetAttribute("value")}");
        Assert.True(narrowed.QuerySelector($"#topic-{tick.GetAttribute("value")}")!.HasAttribute("checked"));
        Assert.NotNull(narrowed.QuerySelector(".acts a.tag[href='/search?q=garden']"));
    }

    [Fact]
    public async Task A_page_without_a_question_shows_topics_and_what_is_new()
    {
        var page = await PageAsync("/search");
        Assert.NotEmpty(page.QuerySelectorAll("ul.index a[href^='/search?topic=']"));
        Assert.NotEmpty(page.QuerySelectorAll(".row a[href^='/stories/']"));
    }

    [Fact]
    public async Task Nothing_found_is_no_dead_end()
    {
        var page = await PageAsync("/search?q=zzzzqqqq");
        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.NotEmpty(page.QuerySelectorAll(".row"));
        Assert.NotNull(page.QuerySelector("a[href^='/rooms/welcome?draft=']"));
    }

    [Fact]
    public async Task Choices_that_leave_nothing_show_what_there_is_without_them()
    {
        var page = await PageAsync("/search?q=garden&kind=member");
        Assert.NotEmpty(page.QuerySelectorAll(".row mark"));
        Assert.NotNull(page.QuerySelector(".head a[href='/search?q=garden']"));
    }

    [Fact]
    public async Task A_slip_is_offered_repaired()
    {
        var page = await PageAsync("/search?q=gardn");
        Assert.NotNull(page.QuerySelector("a[href='/search?q=garden']"));
    }

    [Theory]
    [InlineData("page=x")]
    [InlineData("page=1000000")]
    [InlineData("kind=unicorn")]
    [InlineData("place=91,0,5")]
    public async Task What_cannot_be_read_is_said_and_the_rest_answered(string query)
    {
        using var answer = await site.GetAsync("/search?q=garden&" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(page.QuerySelector(".notice-care"));
        Assert.NotEmpty(page.QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task Pages_follow_one_another_to_the_end_and_past_it_there_is_a_way_back()
    {
        var first = await PageAsync("/search?kind=term");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await PageAsync(next);
        Assert.NotEqual(first.QuerySelector(".row a")!.TextContent, second.QuerySelector(".row a")!.TextContent);
        Assert.Equal("/search?kind=term", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        var past = await PageAsync("/search?kind=term&page=400");
        Assert.NotNull(past.QuerySelector(".empty a[href='/search?kind=term']"));
    }

    [Fact]
    public async Task The_page_speaks_Spanish()
    {
        var page = await PageAsync("/search?q=huerto", "es");
        Assert.Equal("Buscar", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("huerto", page.QuerySelector(".row h3")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    async Task<IDocument> PageAsync(string path, string language = "en")
    {
        await site.UntilReadyAsync();
        using var answer = await site.GetAsync(path, language: language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
