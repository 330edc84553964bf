using System.Net;
using System.Text.Json;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Map;

public class MapFeaturesTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<(HttpStatusCode Status, JsonElement Answer)> GetAsync(string query)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/api/map/features?" + query, UriKind.Relative), Stop);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement);
    }

    async Task<Guid> AddAsync(double latitude, double longitude, Precision precision, string title, Audience seenBy = Audience.Everyone) => await app.InDbAsync(async db =>
    {
        Assert.True(GeoPoint.TryOf(latitude, longitude, out var truth));
        var place = await app.Services.GetRequiredService<Atlas>().PlaceAsync(truth, precision, cancellationToken: Stop);
        var entry = MapEntry.Imported(Guid.NewGuid().ToString(), new(MapLayer.Community, title, "", "", [], seenBy), place, DateTimeOffset.UtcNow);
        db.Add(entry);
        await db.SaveChangesAsync(Stop);
        return entry.Id;
    });

    static int Count(JsonElement answer) => answer.GetProperty("features").EnumerateArray()
        .Sum(f => f.GetProperty("properties").TryGetProperty("count", out var count) ? count.GetInt32() : 1);

    [Theory]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=a,b,c,d")]
    [InlineData("bbox=-88,42,-87,41")]
    [InlineData("bbox=-88,41,-87,91")]
    [InlineData("bbox=NaN,NaN,NaN,NaN")]
    [InlineData("zoom=near")]
    [InlineData("layers=volcanoes")]
    public async Task What_cannot_be_read_is_a_400_that_says_what(string query)
    {
        var (status, problem) = await GetAsync(query);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(query[..query.IndexOf('=')])[0].GetString()!);
    }

    [Theory]
    [InlineData("zoom=-1")]
    [InlineData("zoom=99")]
    [InlineData("zoom=1e300")]
    [InlineData("bbox=170,-60,-170,60&zoom=3")]
    [InlineData("bbox=-180,-90,180,90&zoom=20")]
    [InlineData("bbox=10,10,10,10")]
    [InlineData("layers=community,hub&topic=nothing&hub=nowhere&programme=none&q=%00%F0%9F%8D%8E")]
    [InlineData("bbox=&zoom=&layers=&topic=&q=")]
    public async Task Unusual_views_are_answered(string query)
    {
        var (status, answer) = await GetAsync(query);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("FeatureCollection", answer.GetProperty("type").GetString());
        Assert.True(answer.GetProperty("features").GetArrayLength() <= 60);
    }

    [Fact]
    public async Task A_new_entry_is_there_within_a_moment_and_gone_as_soon()
    {
        var id = await AddAsync(-16.5, -151.75, Precision.Exact, "Bora Bora gardens");
        await Eventually.UntilAsync(async () => Count((await GetAsync("bbox=-152,-17,-151,-16&zoom=12")).Answer) == 1);
        var single = (await GetAsync("bbox=-152,-17,-151,-16&zoom=12")).Answer.GetProperty("features")[0];
        Assert.Equal([-151.75, -16.5], single.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(part => part.GetDouble()));
        var properties = single.GetProperty("properties");
        Assert.Equal(("community", "Bora Bora gardens", $"/map/entries/{id:N}", "exact"),
            (properties.GetProperty("kind").GetString(), properties.GetProperty("title").GetString(), properties.GetProperty("url").GetString(), properties.GetProperty("precision").GetString()));

        await app.InDbAsync(async db =>
        {
            var entry = (await db.MapEntries.FindAsync([id], Stop))!;
            entry.Leave();
            db.Remove(entry);
            return await db.SaveChangesAsync(Stop);
        });
        await Eventually.UntilAsync(async () => Count((await GetAsync("bbox=-152,-17,-151,-16&zoom=12")).Answer) == 0);
    }

    [Fact]
    public async Task Members_only_is_for_members_in_every_answer()
    {
        await AddAsync(-54.8, -68.3, Precision.Exact, "Only among us in Ushuaia", Audience.Members);
        using var member = await app.SignedInAsync("map_member");
        await Eventually.UntilAsync(async () => (await member.OpenAsync("/map?q=ushuaia")).Body.Contains("Only among us in Ushuaia", StringComparison.Ordinal));
        using var visitor = app.Browser();
        foreach (var path in new[] { "/map?q=ushuaia", "/map/embed?q=ushuaia", "/api/map/features?q=ushuaia&zoom=20", "/map/download.csv?q=ushuaia", "/map/download.geojson?q=ushuaia", "/map?handler=List&q=ushuaia" })
            Assert.DoesNotContain("Only among us", (await visitor.OpenAsync(path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_on_the_page_counts_what_the_map_shows()
    {
        using var visitor = app.Browser();
        foreach (var query in new[] { "", "layers=brightSpot", "topic=food-access", "q=garden", "bbox=-125,24,-66,50&zoom=4", "bbox=170,-60,-170,60&zoom=3" })
        {
            var page = (await visitor.OpenAsync("/map?" + query)).Page;
            var heading = page.QuerySelector("#inview")!.TextContent;
            Assert.StartsWith($"{Count((await GetAsync(query)).Answer)} ", heading, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bad_address_shows_the_page_with_a_sentence()
    {
        using var visitor = app.Browser();
        var answer = await visitor.OpenAsync("/map?bbox=1,2,3&zoom=x&layers=volcanoes");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(3, answer.Page.QuerySelectorAll("main .notice").Length);
    }

    [Fact]
    public async Task A_misspelled_town_shows_what_is_near_it()
    {
        using var visitor = app.Browser();
        var answer = await visitor.OpenAsync("/map?place=Maywod%20Ilinois");
        Assert.Contains("Nothing is called “Maywod Ilinois”", answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Maywood, Illinois", answer.Page.QuerySelector(".rows .row")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We found no place called", (await visitor.OpenAsync("/map?place=Xqzzvkw")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embedded_map_sets_no_cookie_and_may_stand_on_any_page()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/map/embed", UriKind.Relative), Stop);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("frame-ancestors *", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var other = await visitor.GetAsync(new Uri("/map", UriKind.Relative), Stop);
        Assert.Contains("frame-ancestors 'none'", other.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OEmbed_answers_for_maps_of_this_site_only()
    {
        using var visitor = app.Visitor();
        var mine = new Uri(app.Address, "/map?layers=brightSpot");
        var answer = JsonDocument.Parse(await visitor.GetStringAsync(new Uri($"/oembed?url={Uri.EscapeDataString(mine.AbsoluteUri)}", UriKind.Relative), Stop)).RootElement;
        Assert.Equal("rich", answer.GetProperty("type").GetString());
        Assert.Contains("/map/embed?layers=brightSpot", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
        foreach (var other in new[] { "https://example.org/map", "/stories", "", "javascript:alert(1)" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri($"/oembed?url={Uri.EscapeDataString(other)}", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_download_cannot_run_a_formula()
    {
        await AddAsync(-22.2758, 166.458, Precision.Exact, "=HYPERLINK(\"http://example.org\";\"Noumea\")");
        using var visitor = app.Browser();
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/map/download.csv?q=noumea")).Body.Contains("Noumea", StringComparison.Ordinal));
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\"", (await visitor.OpenAsync("/map/download.csv?q=noumea")).Body, StringComparison.Ordinal);
    }
}
