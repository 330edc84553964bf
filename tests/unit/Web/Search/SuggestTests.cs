using System.Net;
using System.Text.Json;

namespace HealthDoers.Tests.Web.Search;

public sealed class SuggestTests(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task A_beginning_brings_titles_to_choose_from()
    {
        await site.UntilReadyAsync();
        using var answer = await site.GetAsync("/search/suggest?q=gard");
        var items = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("items");
        Assert.InRange(items.GetArrayLength(), 1, 6);
        Assert.StartsWith("/", items[0].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=%00")]
    [InlineData("q=%22%28%2A")]
    [InlineData("q=%E2%80%AEx")]
    public async Task Whatever_is_typed_is_answered(string query)
    {
        using var answer = await site.GetAsync("/search/suggest?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_letter_pasted_into_the_field_brings_none()
    {
        using var answer = await site.GetAsync("/search/suggest?q=" + new string('a', 10_000));
        Assert.Contains("\"items\":[]", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_to_save_and_to_ask_with_the_question_ready()
    {
        using var nobody = site.Browser();
        var page = await nobody.OpenAsync("/search?q=zzzzqqqq");
        Assert.NotNull(page.Page.QuerySelector("a[href='/searches/new?q=zzzzqqqq']"));
        var ask = page.Page.QuerySelector("a[href^='/rooms/welcome?draft=']")!.GetAttribute("href")!;
        using var member = await site.SignedInAsync("ann_asks");
        var room = await member.OpenAsync(ask);
        Assert.Contains("zzzzqqqq", room.Page.QuerySelector("#Input_Body")!.TextContent, StringComparison.Ordinal);
    }
}
