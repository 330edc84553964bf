using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>A stand-in with an engine that asks it and an index that fills it, and the embedded engine with the same documents.</summary>
sealed class ClusterFixture : IAsyncDisposable
{
    ClusterFixture(StandIn standIn)
    {
        StandIn = standIn;
        Settings = ElasticsearchSettings.Read(standIn.Address.ToString(), "an-id:a-secret", "hd") with
        {
            SearchPatience = TimeSpan.FromSeconds(1),
            WritePatience = TimeSpan.FromSeconds(2),
            FirstPause = TimeSpan.FromMilliseconds(5),
        };
        Index = new(Settings);
        Engine = new(Settings, Own.Engine, TimeProvider.System);
        Fallback = new(Engine, Own.Engine, Clock);
    }

    public StandIn StandIn { get; }

    public IndexFixture Own { get; } = new();

    public ElasticsearchSettings Settings { get; }

    public ElasticsearchIndex Index { get; }

    public ElasticsearchEngine Engine { get; }

    public FallbackEngine Fallback { get; }

    public SteppedClock Clock { get; } = new();

    public static async Task<ClusterFixture> StartAsync() => new(await StandIn.StartAsync());

    /// <summary>The same documents into both.</summary>
    public async Task FillAsync(params SearchDocument[] documents)
    {
        await Own.Add(documents);
        var index = await Index.BeginAsync(DateTimeOffset.UtcNow);
        await Index.FillAsync(index, documents);
        await Index.SwapAsync(index, documents.Length);
    }

    public async Task<string[]> Found(string text) => IndexFixture.Ids(await Engine.SearchAsync(new() { Text = text }));

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        Engine.Dispose();
        Own.Dispose();
        await StandIn.DisposeAsync();
    }
}

/// <summary>A clock that moves when told.</summary>
sealed class SteppedClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public void Step(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}
