using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>
/// Against a real server, where HEALTHDOERS_TEST_ELASTICSEARCH gives its address (and HEALTHDOERS_TEST_ELASTICSEARCH_KEY, if it
/// wants one, a key). It makes an index of its own name and drops it.
/// </summary>
public sealed class RealServerTests : IAsyncLifetime
{
    static readonly string? Address = Environment.GetEnvironmentVariable("HEALTHDOERS_TEST_ELASTICSEARCH");

    static readonly string[] Subjects = ["garden", "walking", "loneliness", "asthma", "housing", "vegetables", "veterans", "smoking", "childhood obesity", "mental health"];
    static readonly string[] Settings = ["schools", "rural clinics", "libraries", "churches", "parks", "a food bank", "the county jail"];

    readonly IndexFixture _own = new();
    ElasticsearchIndex? _index;
    ElasticsearchEngine? _engine;

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Address))
            return;
        var settings = ElasticsearchSettings.Read(Address, Environment.GetEnvironmentVariable("HEALTHDOERS_TEST_ELASTICSEARCH_KEY"), $"hd-test-{Guid.NewGuid().ToString("N")[..8]}") with
        {
            SearchPatience = TimeSpan.FromSeconds(20),
        };
        (_index, _engine) = (new(settings), new(settings, _own.Engine, TimeProvider.System));
        var documents = Documents().ToArray();
        await _own.Add(documents);
        var name = await _index.BeginAsync(DateTimeOffset.UtcNow);
        await _index.FillAsync(name, documents);
        await _index.SwapAsync(name, documents.Length);
    }

    public async ValueTask DisposeAsync()
    {
        if (_index is not null)
        {
            var state = await _index.StateAsync();
            await _index.DropAsync([.. state.Serving, .. state.Others]);
            _index.Dispose();
            _engine!.Dispose();
        }
        _own.Dispose();
    }

    [Theory]
    [InlineData("garden")]
    [InlineData("walking in schools")]
    [InlineData("kids too heavy")]
    [InlineData("lonly veterans")]
    [InlineData("no place to buy veggies")]
    [InlineData("\"mental health\" libraries")]
    [InlineData("how can we help people to stop smoking at the county jail?")]
    public async Task The_engines_agree_on_most_of_the_first_ten(string text)
    {
        Assert.SkipWhen(_engine is null, "HEALTHDOERS_TEST_ELASTICSEARCH gives no address.");
        var (theirs, ours) = (await _engine.SearchAsync(new() { Text = text, Size = 10 }, TestContext.Current.CancellationToken), await _own.Ask(new SearchQuery { Text = text, Size = 10 }));
        Assert.Equal(ours.Total, theirs.Total);
        Assert.Equal(ours.DidYouMean, theirs.DidYouMean);
        Assert.Equal(ours.Facets.OrderBy(f => f.Key).SelectMany(f => f.Value), theirs.Facets.OrderBy(f => f.Key).SelectMany(f => f.Value));
        Assert.InRange(IndexFixture.Ids(ours).Intersect(IndexFixture.Ids(theirs)).Count(), Math.Min(7, ours.Items.Count), 10);
    }

    [Fact]
    public async Task It_narrows_orders_marks_and_takes_changes()
    {
        Assert.SkipWhen(_engine is null, "HEALTHDOERS_TEST_ELASTICSEARCH gives no address.");
        var near = await _engine.SearchAsync(new() { Text = "garden", Place = new SearchPlace.Near(new(44, -88), 300), Kinds = ["idea"], Sort = SearchSort.Newest }, TestContext.Current.CancellationToken);
        Assert.All(near.Items, hit => Assert.Contains("<mark>", hit.Highlights["title"], StringComparison.Ordinal));
        Assert.Equal((await _own.Ask(new SearchQuery { Text = "garden", Place = new SearchPlace.Near(new(44, -88), 300) })).Total, near.Total);
        await _index!.ApplyAsync([IndexFixture.Document("new", "Zephyrous <b>kites</b>")], [new("idea", "d0")], TestContext.Current.CancellationToken);
        var kites = (await _engine.SearchAsync(new() { Text = "zephyrous kites" }, TestContext.Current.CancellationToken)).Items.Single();
        Assert.Equal("<mark>Zephyrous</mark> &lt;b&gt;<mark>kites</mark>&lt;/b&gt;", kites.Highlights["title"]);
        Assert.False((await _index.StateAsync(TestContext.Current.CancellationToken)).NeedsFilling);
    }

    [Theory]
    [InlineData("!!! ??? ***")]
    [InlineData("garden AND (")]
    [InlineData("title:* OR _exists_:x")]
    [InlineData("\u202egarden\0 \ud800")]
    public async Task Hostile_questions_are_answered(string text)
    {
        Assert.SkipWhen(_engine is null, "HEALTHDOERS_TEST_ELASTICSEARCH gives no address.");
        await _engine.SearchAsync(new() { Text = text }, TestContext.Current.CancellationToken);
        await _engine.SearchAsync(new() { Text = string.Join(' ', Enumerable.Repeat(text, 500)) }, TestContext.Current.CancellationToken);
        await _engine.SearchAsync(new() { Text = string.Join(' ', Subjects.Concat(Settings)), Page = 100, Size = 100 }, TestContext.Current.CancellationToken);
    }

    static IEnumerable<SearchDocument> Documents() => Enumerable.Range(0, 350).Select(i => IndexFixture.Document(
        $"d{i}", $"{Subjects[i % 10]} in {Settings[i % 7]}", $"What {Settings[(i + 3) % 7]} learned about {Subjects[(i * 3) % 10]}", string.Join(' ', Enumerable.Range(0, i % 90).Select(w => Subjects[(i + w) % 10]))) with
    {
        Topics = [new($"topic-{i % 5}", $"Topic {i % 5}")],
        Place = i % 3 == 0 ? "Algoma, Wisconsin" : null,
        Point = i % 3 == 0 ? new(44.6, -87.4) : null,
        Evidence = new[] { "idea", "tested", "emerging", "brightSpot" }[i % 4],
    });
}
