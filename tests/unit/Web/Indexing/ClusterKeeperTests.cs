using HealthDoers.Domain;
using HealthDoers.Tests.Search.Elasticsearch;
using HealthDoers.Tests.Web.Search;

namespace HealthDoers.Tests.Web.Indexing;

/// <summary>The whole site on a cluster that is played by the stand-in.</summary>
public sealed class ClusterKeeperTests : IAsyncLifetime
{
    readonly SearchSite _site = new();
    StandIn _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _cluster = await StandIn.StartAsync();
        _site.Settings["Search:Engine"] = "Elasticsearch";
        _site.Settings["Search:Elasticsearch:Url"] = _cluster.Address.ToString();
        _site.Settings["Search:Elasticsearch:ApiKey"] = "an-id:a-secret";
        _site.Settings["Search:Elasticsearch:IndexPrefix"] = "hd";
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task A_new_cluster_is_filled_and_then_answers_and_follows()
    {
        await UntilFromClusterAsync();
        Assert.True(await _site.TotalAsync("q=garden&kind=story") > 0);
        await _site.PublishAsync("Quixotic lanterns for evening walks");
        await _site.UntilTotalAsync(1, "q=quixotic");
        Assert.False((await _site.SearchAsync("q=quixotic")).GetProperty("isFallback").GetBoolean());
    }

    [Fact]
    public async Task While_it_is_away_the_own_index_answers_and_afterwards_nothing_is_missing()
    {
        await UntilFromClusterAsync();
        await _cluster.VanishAsync();
        await _site.PublishAsync("Quixotic lanterns for evening walks");
        await _site.UntilTotalAsync(1, "q=quixotic");
        Assert.True((await _site.SearchAsync("q=quixotic")).GetProperty("isFallback").GetBoolean());
        using (var page = await _site.GetAsync("/search?q=quixotic"))
            Assert.Contains("spare index", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var ready = await _site.GetAsync("/health/ready"))
            Assert.Equal("Degraded", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await _cluster.ReturnAsync();
        await Eventually.UntilAsync(() => Task.FromResult(_cluster.Indices.Values.Any(index => index.Documents.Values.Any(document => document.ToJsonString().Contains("Quixotic", StringComparison.Ordinal)))), TimeSpan.FromSeconds(40));
        await UntilFromClusterAsync();
        Assert.Equal(1, await _site.TotalAsync("q=quixotic"));
    }

    [Fact]
    public async Task A_reindex_fills_a_new_index_and_a_lost_one_is_made_again()
    {
        await UntilFromClusterAsync();
        var first = _cluster.Indices.Keys.Single();
        await _site.InDbAsync(db => db.RaiseAsync(new IndexRebuildRequested(Guid.CreateVersion7())));
        await Eventually.UntilAsync(() => Task.FromResult(!_cluster.Indices.ContainsKey(first)), TimeSpan.FromSeconds(20));
        await UntilFromClusterAsync();
        _cluster.Indices.Clear();
        await _site.PublishAsync("Zephyrous kites on the common");
        await UntilFromClusterAsync();
        await _site.UntilTotalAsync(1, "q=zephyrous");
    }

    async Task UntilFromClusterAsync() => await Eventually.UntilAsync(
        async () => !(await _site.SearchAsync("q=garden")).GetProperty("isFallback").GetBoolean(), TimeSpan.FromSeconds(40));
}
