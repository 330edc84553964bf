using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search.Elasticsearch;

public sealed class AskingTests : IAsyncLifetime
{
    ClusterFixture _cluster = null!;

    static SearchDocument Garden { get; } = IndexFixture.Document("garden", "A school garden", "Children grow vegetables", "They eat what they grow.") with
    {
        Topics = [new("food", "Healthy food")],
        Place = "Algoma, Wisconsin",
        Point = new(44.6, -87.4),
        Evidence = "tested",
        Sources = ["research"],
        Population = ["children"],
        AdaptedCount = 3,
    };

    static SearchDocument Walk { get; } = IndexFixture.Document("walk", "Walking to school") with
    {
        Topics = [new("streets", "Safe streets")],
        Place = "Maywood, Illinois",
        Point = new(41.9, -87.8),
        PublishedAt = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    static SearchDocument Members { get; } = IndexFixture.Document("members", "A garden for members") with { Audience = [Audience.Members] };

    public async ValueTask InitializeAsync()
    {
        _cluster = await ClusterFixture.StartAsync();
        await _cluster.FillAsync(Garden, Walk, Members);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Theory]
    [InlineData("garden")]
    [InlineData("vegetables children")]
    [InlineData("gardn")]
    [InlineData("veggies")]
    [InlineData("\"school garden\"")]
    public async Task It_understands_what_the_embedded_engine_understands(string text)
    {
        Assert.Equal(await _cluster.Own.Found(text), await _cluster.Found(text));
        Assert.Contains("garden", await _cluster.Found(text));
    }

    [Fact]
    public async Task A_slip_is_repaired_by_the_words_of_this_nodes_own_index() =>
        Assert.Equal("school garden", (await _cluster.Engine.SearchAsync(new() { Text = "school gardn" }, TestContext.Current.CancellationToken)).DidYouMean);

    [Fact]
    public async Task Without_an_index_of_its_own_it_still_asks_for_every_word_and_for_beginnings()
    {
        await _cluster.Own.Clear();
        Assert.Contains("garden", await _cluster.Found("vegetables"));
        Assert.Contains("garden", await _cluster.Found("gard"));
    }

    [Fact]
    public async Task Whoever_is_not_meant_finds_nothing_and_counts_nothing()
    {
        var page = await _cluster.Engine.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken);
        Assert.Equal(["garden"], IndexFixture.Ids(page));
        Assert.Equal(1, page.Total);
        Assert.Equal(["members", "garden"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new() { Text = "garden members", Audiences = [Audience.Everyone, Audience.Members] }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Facets_are_counted_as_in_the_embedded_engine()
    {
        foreach (var query in new SearchQuery[] { new() { Text = "school" }, new() { Topics = ["FOOD"] }, new() { Kinds = ["idea"], Sources = ["research"], Population = ["children"] } })
        {
            var (theirs, ours) = (await _cluster.Engine.SearchAsync(query, TestContext.Current.CancellationToken), await _cluster.Own.Ask(query));
            Assert.Equal(ours.Total, theirs.Total);
            Assert.Equal(ours.Facets.OrderBy(f => f.Key).SelectMany(f => f.Value), theirs.Facets.OrderBy(f => f.Key).SelectMany(f => f.Value));
        }
    }

    [Fact]
    public async Task A_place_narrows_by_its_words_and_by_a_circle()
    {
        Assert.Equal(["garden"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new() { Text = "school", Place = new SearchPlace.Named("wisconsin") }, TestContext.Current.CancellationToken)));
        Assert.Equal(["walk"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new() { Text = "school", Place = new SearchPlace.Near(new(41.8, -87.7), 50) }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task It_orders_by_what_is_asked_for()
    {
        Assert.Equal(["walk", "garden"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new() { Text = "school", Sort = SearchSort.Newest }, TestContext.Current.CancellationToken)));
        Assert.Equal(["garden", "walk"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new() { Text = "school", Sort = SearchSort.MostAdapted }, TestContext.Current.CancellationToken)));
        Assert.Equal(["walk", "garden"], IndexFixture.Ids(await _cluster.Engine.SearchAsync(new(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_exact_title_is_first_and_its_score_is_that_of_its_words()
    {
        var page = await _cluster.Engine.SearchAsync(new() { Text = "walking to school" }, TestContext.Current.CancellationToken);
        Assert.Equal("walk", page.Items[0].Id);
        Assert.InRange(page.Items[0].Score, 0, 1_000);
    }

    [Fact]
    public async Task What_was_found_is_marked_and_everything_else_encoded()
    {
        var evil = IndexFixture.Document("evil", "Garden <script>alert(1)</script>", "a & b \ue000garden\ue001");
        await _cluster.Own.Add(evil);
        await _cluster.Index.ApplyAsync([evil], [], TestContext.Current.CancellationToken);
        var hit = (await _cluster.Engine.SearchAsync(new() { Text = "garden script" }, TestContext.Current.CancellationToken)).Items.Single(item => item.Id == "evil");
        Assert.Equal("<mark>Garden</mark> &lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt;", hit.Highlights["title"]);
        Assert.Equal("a &amp; b <mark>garden</mark>", hit.Highlights["summary"]);
    }

    [Fact]
    public async Task A_thing_in_two_languages_is_shown_in_the_askers()
    {
        await _cluster.Index.ApplyAsync([IndexFixture.Document("both", "Lanterns") with { Translations = [new("es", "Faroles", "Luz para caminar", "")] }], [], TestContext.Current.CancellationToken);
        var found = (await _cluster.Engine.SearchAsync(new() { Text = "lanterns", Language = "es" }, TestContext.Current.CancellationToken)).Items.Single();
        Assert.Equal(("Faroles", "es"), (found.Title, found.Language));
    }

    [Theory]
    [InlineData("garden AND")]
    [InlineData("title:garden OR *:*")]
    [InlineData("garden\" \"\" \"")]
    [InlineData("{\"match_all\":{}} garden")]
    [InlineData("gar* ~2 ^9 garden")]
    [InlineData("\u202egarden\0")]
    public async Task Operators_of_any_language_are_only_signs_between_words(string text) => Assert.Contains("garden", await _cluster.Found(text));

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Ten_thousand_letters_make_a_question_that_the_cluster_takes(string text)
    {
        await _cluster.Engine.SearchAsync(new() { Text = text }, TestContext.Current.CancellationToken);
        Assert.All(_cluster.StandIn.Heard.Where(request => request.Path.EndsWith("_search", StringComparison.Ordinal)), request => Assert.InRange(request.Body.Length, 1, 400_000));
    }

    public static TheoryData<string> Endless =>
    [
        new string('a', 10_000),
        string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"w{i}")),
        string.Concat(Enumerable.Repeat("\"garden school\" ", 700)),
    ];

    [Fact]
    public async Task The_key_signs_every_request_and_is_shown_nowhere()
    {
        await _cluster.Found("garden");
        Assert.All(_cluster.StandIn.Heard, request => Assert.Equal("ApiKey YW4taWQ6YS1zZWNyZXQ=", request.Authorization));
        Assert.DoesNotContain("secret", _cluster.Settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("YW4taWQ6", _cluster.Settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("cluster:9200", null)]
    [InlineData("file:///etc", null)]
    [InlineData("http://127.0.0.1:9200", "Upper")]
    [InlineData("http://127.0.0.1:9200", "a,b*")]
    public void Settings_that_cannot_be_right_are_named(string? url, string? prefix) =>
        Assert.StartsWith("Search:Elasticsearch:", Assert.Throws<ArgumentException>(() => ElasticsearchSettings.Read(url, "key", prefix)).Message, StringComparison.Ordinal);
}
