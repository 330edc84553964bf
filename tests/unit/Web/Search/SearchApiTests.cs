using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HealthDoers.Tests.Web.Search;

public sealed partial class SearchApiTests(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task The_answer_has_every_field_of_the_contract()
    {
        await site.UntilReadyAsync();
        var answer = await site.SearchAsync("q=garden&size=2");
        Assert.True(answer.GetProperty("total").GetInt32() > 0);
        Assert.False(answer.GetProperty("totalIsLowerBound").GetBoolean());
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("tookMs").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("didYouMean").ValueKind);
        var topic = answer.GetProperty("facets").GetProperty("topic")[0];
        Assert.Equal(["value", "label", "count"], topic.EnumerateObject().Select(p => p.Name));
        var item = answer.GetProperty("items")[0];
        foreach (var field in new[] { "kind", "id", "externalId", "title", "url", "summary", "highlights", "score" })
            Assert.True(item.TryGetProperty(field, out _), field);
        Assert.Contains("<mark>", item.GetProperty("highlights").GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_is_named_and_narrowed_by_its_camel_case_word()
    {
        await site.UntilReadyAsync();
        var all = (await site.SearchAsync("kind=story")).GetProperty("facets").GetProperty("evidence").EnumerateArray().ToList();
        Assert.All(all, value => Assert.Contains(value.GetProperty("value").GetString(), new[] { "idea", "tested", "emerging", "brightSpot" }));
        var spots = all.Single(value => value.GetProperty("value").GetString() == "brightSpot");
        Assert.Equal("Bright spot", spots.GetProperty("label").GetString());
        Assert.Equal(spots.GetProperty("count").GetInt32(), await site.TotalAsync("kind=story&evidence=brightSpot"));
    }

    [Fact]
    public async Task Values_of_one_parameter_widen_and_parameters_together_narrow()
    {
        await site.UntilReadyAsync();
        var food = await site.TotalAsync("topic=food-access");
        var both = await site.TotalAsync("topic=food-access,mental-health");
        Assert.True(both > food);
        Assert.Equal(both, await site.TotalAsync("topic=food-access&topic=mental-health"));
        Assert.True(await site.TotalAsync("topic=food-access&evidence=brightSpot") < food);
    }

    [Fact]
    public async Task Labels_follow_the_language()
    {
        await site.UntilReadyAsync();
        var kinds = (await site.SearchAsync("q=garden", language: "es")).GetProperty("facets").GetProperty("kind");
        Assert.Contains("Historia", kinds.EnumerateArray().Select(kind => kind.GetProperty("label").GetString()));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=x", "page")]
    [InlineData("page=1000000", "page")]
    [InlineData("page=101&size=100", "page")]
    [InlineData("page=99999999999999999999", "page")]
    [InlineData("size=0", "size")]
    [InlineData("size=-1", "size")]
    [InlineData("size=101", "size")]
    [InlineData("size=1.5", "size")]
    [InlineData("kind=unicorn", "kind")]
    [InlineData("sort=best", "sort")]
    [InlineData("place=91,0,5", "place")]
    [InlineData("place=0,181,5", "place")]
    [InlineData("place=0,0,0", "place")]
    [InlineData("place=0,0,-5", "place")]
    public async Task A_parameter_that_cannot_be_read_is_a_clear_400(string query, string field)
    {
        using var answer = await site.GetAsync("/api/search?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_typed_gets_a_sensible_answer(string question)
    {
        var q = Uri.EscapeDataString(question);
        using var api = await site.GetAsync("/api/search?q=" + q);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
        using var page = await site.GetAsync("/search?q=" + q);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile => new(
        new string('a', 10_000), string.Concat(Enumerable.Repeat("garden jobs ", 833)), string.Concat(Enumerable.Repeat("ñ", 10_000)),
        "\0\0", "garden\0jobs", "\u202Enedrag", "\"", "\"\"\"", "(((", "*", "a*", "NEAR(garden jobs)", "title:garden OR *", "garden AND NOT", "-garden", "+", "^2", "~", "[]{}\\/",
        "'; DROP TABLE terms; --", "<script>alert(1)</script>", "%_", "🌱🌱", "\uFEFF", "...", "a b c d e f g h i j k l m n o p q r s t u v w x y z");

    [Fact]
    public async Task Two_hundred_facets_are_a_clear_400()
    {
        var facets = string.Join(',', Enumerable.Range(0, 200).Select(n => $"t{n}"));
        foreach (var asked in new[] { "/api/search?topic=" + facets, "/api/search?q=garden&skill=" + facets, "/search?q=garden&population=" + facets })
        {
            using var answer = await site.GetAsync(asked);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_stands_in_the_other_parameters_is_answered_or_clearly_refused(string value)
    {
        var q = Uri.EscapeDataString(value.Length > 1_000 ? value[..1_000] : value);
        foreach (var name in new[] { "kind", "topic", "place", "source", "evidence", "skill", "population", "sort", "page", "size" })
        {
            using var api = await site.GetAsync($"/api/search?q=garden&{name}={q}");
            Assert.Contains(api.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
            using var page = await site.GetAsync($"/search?q=garden&{name}={q}");
            Assert.Contains(page.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
        }
        using var ideas = await site.GetAsync($"/ideas?topic={q}&source={q}&skill={q}&page={q}");
        Assert.True((int)ideas.StatusCode < 500, $"{ideas.StatusCode}");
    }

    [Fact]
    public async Task Highlights_hold_no_tag_but_mark()
    {
        await site.UntilReadyAsync();
        await site.PublishAsync("Crumpets & <b>jam</b> <script>alert(1)</script>");
        await site.UntilTotalAsync(1, "q=crumpets");
        var title = (await site.SearchAsync("q=crumpets jam")).GetProperty("items")[0].GetProperty("highlights").GetProperty("title").GetString()!;
        Assert.Contains("<mark>Crumpets</mark>", title, StringComparison.Ordinal);
        Assert.All(Tag().Matches(title), tag => Assert.Contains(tag.Value, new[] { "<mark>", "</mark>" }));
    }

    [Fact]
    public async Task A_slip_is_found_and_said()
    {
        await site.UntilReadyAsync();
        var answer = await site.SearchAsync("q=gardn");
        Assert.Equal("garden", answer.GetProperty("didYouMean").GetString());
        Assert.True(answer.GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task The_answer_is_kept_nowhere_and_described_for_programs()
    {
        using var answer = await site.GetAsync("/api/search?q=garden");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var description = await site.GetAsync("/openapi/v1.json");
        Assert.Contains("/api/search", await description.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
