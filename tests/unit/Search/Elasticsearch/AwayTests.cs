using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>What questions get while the cluster is busy, slow, broken or gone.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    ClusterFixture _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _cluster = await ClusterFixture.StartAsync();
        await _cluster.FillAsync(IndexFixture.Document("garden", "A school garden"));
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Theory]
    [InlineData(429, "{\"error\":{\"type\":\"es_rejected_execution_exception\"},\"status\":429}")]
    [InlineData(503, "no node is there")]
    [InlineData(500, "")]
    [InlineData(400, "{\"error\":{\"type\":\"parsing_exception\"}}")]
    [InlineData(200, "<html>a proxy's page</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "[1,2")]
    [InlineData(200, "{\"timed_out\":true,\"_shards\":{\"failed\":0},\"hits\":{}}")]
    [InlineData(200, "{\"timed_out\":false,\"_shards\":{\"failed\":1},\"hits\":{}}")]
    [InlineData(200, "{\"timed_out\":\"soon\",\"_shards\":[]}")]
    public async Task Whatever_the_cluster_says_the_question_is_answered(int status, string body)
    {
        _cluster.StandIn.FailNext("_search", status, body: body);
        var page = await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken);
        Assert.Equal(["garden"], IndexFixture.Ids(page));
        Assert.True(page.IsFallback);
    }

    [Fact]
    public async Task A_slow_cluster_is_not_waited_for()
    {
        _cluster.StandIn.SlowNext("_search", TimeSpan.FromSeconds(30));
        var started = TimeProvider.System.GetTimestamp();
        Assert.True((await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken)).IsFallback);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_cluster_that_failed_is_left_alone_for_a_while_and_then_tried_again()
    {
        var told = new List<string>();
        _cluster.Fallback.Failed += failure => told.Add(failure.Message);
        _cluster.Fallback.Returned += () => told.Add("back");
        await _cluster.StandIn.VanishAsync();
        Assert.True((await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken)).IsFallback);
        await _cluster.StandIn.ReturnAsync();
        var heard = _cluster.StandIn.Heard.Count;
        Assert.True((await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken)).IsFallback);
        Assert.Equal(heard, _cluster.StandIn.Heard.Count);
        _cluster.Clock.Step(TimeSpan.FromSeconds(20));
        Assert.False((await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken)).IsFallback);
        Assert.Equal(["Elasticsearch cannot be reached.", "back"], told);
    }

    [Fact]
    public async Task Who_goes_away_while_asking_is_not_taken_for_a_failure_of_the_cluster()
    {
        _cluster.StandIn.SlowNext("_search", TimeSpan.FromSeconds(30));
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, gone.Token));
        Assert.False((await _cluster.Fallback.SearchAsync(new() { Text = "garden" }, TestContext.Current.CancellationToken)).IsFallback);
    }

    [Fact]
    public async Task What_is_said_of_a_failure_quotes_neither_question_nor_key()
    {
        _cluster.StandIn.FailNext("_search", 400, body: """{"error":{"type":"parsing_exception","reason":"failed on [my private illness] with a-secret"}}""");
        var failure = await Assert.ThrowsAsync<ClusterException>(async () => await _cluster.Engine.SearchAsync(new SearchQuery { Text = "my private illness" }, TestContext.Current.CancellationToken));
        Assert.Equal("Elasticsearch answered 400, parsing_exception.", failure.Message);
    }
}
