using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
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
        foreach (var path in new[] { "/map?q=ushuaia", "/map/embed?q=ushuaia", "/api/map/features?q=ushuaia&zoom=20", "/map/download.csv?q=ushuaia", "/map/download.geojson?q=ushuaia", "/map?handler=List&q=ushuaia",
            "/search?q=ushuaia", "/search/suggest?q=ushuaia", "/api/search?q=ushuaia", "/api/search?q=only%20among" })
            Assert.DoesNotContain("Only among us", (await visitor.OpenAsync(path)).Body, StringComparison.Ordinal);
    }

    /// <summary>Every filter there is, alone and with others, drawn again on each run; a failure names the address.</summary>
    static Gen<string> Views { get; } =
        from layers in Gen.SubListOf("community", "initiative", "hub", "changeAgent", "brightSpot", "siteVisitHost")
        from topic in Gen.Elements("", "", "food-access", "aging-well", "food-access,metrics", "no-such-topic")
        from hub in Gen.Elements("", "", "minnesota", "improvement-capability", "minnesota,scotland")
        from programme in Gen.Elements("", "", "scale-1-0", "pathway-to-pacesetter")
        from words in Gen.Elements("", "", "garden", "heal", "health maywood", "jardín", "%25", "zzzz")
        from box in Gen.Elements("", "", "-125,24,-66,50", "-90,40,-86,43", "170,-60,-170,60", "10,50,5,60", "-180,-90,180,90")
        from zoom in Gen.Choose(-2, 22)
        select $"layers={string.Join(',', layers)}&topic={topic}&hub={hub}&programme={programme}&q={words}&bbox={box}&zoom={zoom}";

    [Fact]
    public async Task Map_list_and_downloads_hold_the_same_under_every_filter()
    {
        using var visitor = app.Browser();
        foreach (var query in Views.Sample(50, 80).Prepend(""))
        {
            var shown = Count((await GetAsync(query)).Answer);
            var heading = (await visitor.OpenAsync("/map?" + query)).Page.QuerySelector("#inview")!.TextContent;
            Assert.True(heading.StartsWith($"{shown} ", StringComparison.Ordinal), $"{query}: the map shows {shown}, the list says {heading}");
            Assert.Equal(shown, JsonDocument.Parse((await visitor.OpenAsync("/map/download.geojson?" + query)).Body).RootElement.GetProperty("features").GetArrayLength());
            var table = (await visitor.OpenAsync("/map/download.csv?" + query)).Body;
            Assert.Equal(shown, table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        }
    }

    [Theory]
    [InlineData("-1", "0")]
    [InlineData("99", "20")]
    [InlineData("-1e9", "0")]
    [InlineData("20.9", "20")]
    public async Task A_zoom_that_no_map_has_is_taken_for_the_nearest(string zoom, string nearest) =>
        Assert.Equal((await GetAsync("bbox=-100,30,-80,50&zoom=" + nearest)).Answer.ToString(), (await GetAsync("bbox=-100,30,-80,50&zoom=" + zoom)).Answer.ToString());

    [Theory]
    [InlineData("/map?")]
    [InlineData("/map?handler=List&")]
    [InlineData("/map/embed?")]
    [InlineData("/map/download.csv?")]
    [InlineData("/map/download.geojson?")]
    [InlineData("/api/places/within?")]
    public async Task A_view_that_is_none_is_a_400_wherever_it_is_asked(string path)
    {
        using var visitor = app.Browser();
        foreach (var box in new[] { "1,2,3", "a,b,c,d", "-88,42,-87,41", "-88,41,-87,91", "NaN,NaN,NaN,NaN", "1e999,0,1,1", ",,,", "1,2,3,4,5" })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.OpenAsync($"{path}bbox={box}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/oembed?url={Uri.EscapeDataString("/map?bbox=1,2,3")}")).Status);
    }

    [Theory]
    [InlineData("Xqzzvkw", 0, false)]
    [InlineData("Maywod Ilinois", 1, true)]
    [InlineData("", 0, false)]
    [InlineData("%00", 0, false)]
    public async Task A_place_that_does_not_exist_has_an_answer_too(string asked, int least, bool isGuess)
    {
        using var visitor = app.Browser();
        var answer = JsonDocument.Parse((await visitor.OpenAsync("/api/places?q=" + asked)).Body).RootElement;
        Assert.InRange(answer.GetProperty("items").GetArrayLength(), least, 8);
        Assert.Equal(isGuess, answer.GetProperty("isGuess").GetBoolean() && answer.GetProperty("items").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Hubs_and_initiatives_are_offered_by_their_names()
    {
        using var visitor = app.Browser();
        var page = (await visitor.OpenAsync("/map?hub=minnesota&programme=scale-1-0")).Page;
        Assert.Equal("Minnesota", page.QuerySelector("#hub option[selected]")!.TextContent);
        Assert.Contains("SCALE 1.0", page.QuerySelector("#programme option[selected]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("unknown-hub", (await visitor.OpenAsync("/map?hub=unknown-hub")).Page.QuerySelector("#hub option[selected]")!.TextContent);
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
