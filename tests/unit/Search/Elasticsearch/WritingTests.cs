using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search.Elasticsearch;

public sealed class WritingTests : IAsyncLifetime
{
    ClusterFixture _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ClusterFixture.StartAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    static SearchDocument[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => IndexFixture.Document($"d{i}", $"Garden {i}"))];

    [Fact]
    public async Task A_new_index_is_filled_beside_the_old_one_and_then_takes_its_place()
    {
        await _cluster.FillAsync(IndexFixture.Document("old", "The old garden"));
        var index = await _cluster.Index.BeginAsync(DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        await _cluster.Index.FillAsync(index, [IndexFixture.Document("new", "The new garden")], TestContext.Current.CancellationToken);
        Assert.Equal(["old"], await _cluster.Found("garden"));
        await _cluster.Index.SwapAsync(index, 1, TestContext.Current.CancellationToken);
        Assert.Equal(["new"], await _cluster.Found("garden"));
        Assert.Equal([index], _cluster.StandIn.Indices.Keys);
    }

    [Fact]
    public async Task An_index_that_lost_documents_while_it_was_filled_takes_nobodys_place()
    {
        await _cluster.FillAsync(IndexFixture.Document("old", "The old garden"));
        var index = await _cluster.Index.BeginAsync(DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        await _cluster.Index.FillAsync(index, Many(3), TestContext.Current.CancellationToken);
        _cluster.StandIn.Indices[index].Documents.Remove("idea:d1");
        await Assert.ThrowsAsync<ClusterException>(() => _cluster.Index.SwapAsync(index, 3, TestContext.Current.CancellationToken));
        Assert.Equal(["old"], await _cluster.Found("garden"));
    }

    [Fact]
    public async Task Changes_go_in_and_out_and_are_found_when_it_returns()
    {
        await _cluster.FillAsync(Many(3));
        await _cluster.Index.ApplyAsync([IndexFixture.Document("d1", "Lantern")], [new("idea", "d0"), new("idea", "never-was")], TestContext.Current.CancellationToken);
        Assert.Equal(["d1"], await _cluster.Found("lantern "));
        Assert.Equal(2, _cluster.StandIn.Indices.Values.Single().Documents.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_cluster_gets_everything_a_little_later(int status)
    {
        await _cluster.FillAsync();
        _cluster.StandIn.FailNext("_bulk", status, times: 3);
        await _cluster.Index.ApplyAsync(Many(5), [], TestContext.Current.CancellationToken);
        Assert.Equal(5, _cluster.StandIn.Indices.Values.Single().Documents.Count);
    }

    [Fact]
    public async Task Only_what_the_cluster_had_no_room_for_is_sent_again_and_in_smaller_parts()
    {
        await _cluster.FillAsync();
        foreach (var i in new[] { 3, 7 })
            _cluster.StandIn.ItemFaults[$"idea:d{i}"] = (429, 2);
        await _cluster.Index.ApplyAsync(Many(10), [], TestContext.Current.CancellationToken);
        Assert.Equal(10, _cluster.StandIn.Indices.Values.Single().Documents.Count);
        var sent = _cluster.StandIn.Heard.Where(request => request.Path.EndsWith("_bulk", StringComparison.Ordinal)).Select(request => request.Body.Count(c => c == '\n') / 2);
        Assert.Equal([10, 2, 2], sent);
    }

    [Fact]
    public async Task What_is_refused_is_named_and_all_others_are_in()
    {
        await _cluster.FillAsync();
        _cluster.StandIn.ItemFaults["idea:d4"] = (400, 99);
        var refused = await Assert.ThrowsAsync<RefusedDocumentsException>(() => _cluster.Index.ApplyAsync(Many(10), [], TestContext.Current.CancellationToken));
        Assert.Equal([("idea:d4", "document_parsing_exception")], refused.Refused);
        Assert.Equal(9, _cluster.StandIn.Indices.Values.Single().Documents.Count);
    }

    [Fact]
    public async Task Large_documents_travel_in_several_requests()
    {
        await _cluster.FillAsync();
        await _cluster.Index.ApplyAsync([.. Enumerable.Range(0, 100).Select(i => IndexFixture.Document($"d{i}", "Large", body: new string('x', 99_000)))], [], TestContext.Current.CancellationToken);
        Assert.Equal(100, _cluster.StandIn.Indices.Values.Single().Documents.Count);
        Assert.All(_cluster.StandIn.Heard, request => Assert.InRange(request.Body.Length, 0, 4 * 1024 * 1024));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"errors\":true,\"items\":[]}")]
    [InlineData("not json")]
    public async Task An_answer_that_says_nothing_counts_as_none(string body)
    {
        await _cluster.FillAsync();
        _cluster.StandIn.FailNext("_bulk", 200, body: body);
        await Assert.ThrowsAsync<ClusterException>(() => _cluster.Index.ApplyAsync(Many(2), [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lost_index_is_not_made_by_the_way()
    {
        await _cluster.FillAsync(Many(1));
        _cluster.StandIn.Indices.Clear();
        await Assert.ThrowsAsync<ClusterException>(() => _cluster.Index.ApplyAsync(Many(1), [], TestContext.Current.CancellationToken));
        Assert.Empty(_cluster.StandIn.Indices);
        Assert.True((await _cluster.Index.StateAsync(TestContext.Current.CancellationToken)).NeedsFilling);
    }

    [Theory]
    [InlineData("8.19.3", true)]
    [InlineData("9.5.0", true)]
    [InlineData("7.17.0", false)]
    [InlineData("10.0.0", false)]
    public async Task It_works_with_8_and_9_and_says_so_to_others(string version, bool works)
    {
        _cluster.StandIn.Version = version;
        var failure = await Record.ExceptionAsync(() => _cluster.Index.StateAsync(TestContext.Current.CancellationToken));
        Assert.Equal(works, failure is null);
        Assert.True(works || failure!.Message.Contains(version, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_index_of_a_name_like_ours_stays()
    {
        _cluster.StandIn.Indices["hd-notes"] = new("hd-notes", new() { ["mappings"] = new System.Text.Json.Nodes.JsonObject { ["_meta"] = new System.Text.Json.Nodes.JsonObject() } });
        await _cluster.FillAsync(Many(1));
        Assert.Contains("hd-notes", _cluster.StandIn.Indices.Keys);
        Assert.False((await _cluster.Index.StateAsync(TestContext.Current.CancellationToken)).NeedsFilling);
    }
}
