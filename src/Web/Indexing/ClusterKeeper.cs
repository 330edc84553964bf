using HealthDoers.Domain;
using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
using HealthDoers.Web.Data.Events;

namespace HealthDoers.Web.Indexing;

/// <summary>
/// Keeps the index on the Elasticsearch cluster true to the database, on one node at a time. While the cluster is away the
/// events wait; a new index is filled a batch at a time beside the one that answers, and then takes its place.
/// </summary>
sealed class ClusterKeeper(ElasticsearchIndex index, FindableDocuments documents, ClusterHealth health, TimeProvider clock, ILogger<ClusterKeeper> log) : IOncePerDeployment, IAsyncDisposable
{
    /// <summary>How often somebody's hand in the cluster is noticed.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>Of filling at a stretch; the lease on being the one who does it is renewed in between.</summary>
    static readonly TimeSpan Stretch = TimeSpan.FromSeconds(3);

    Filling? _filling;
    DateTimeOffset _lookAgainAt;

    public string Name => "elasticsearch";

    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_filling is null && clock.GetUtcNow() >= _lookAgainAt)
                await LookAsync(cancellationToken);
            return _filling is null || await FillAsync(_filling, cancellationToken);
        }
        catch (ClusterException failure)
        {
            throw Away(failure);
        }
    }

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            if (events.Any(e => e.What is IndexRebuildRequested))
            {
                await BeginAsync([], cancellationToken);
                // What was asked for beside it is in the database, so the filling brings it.
                return;
            }
            await foreach (var (present, gone) in documents.ChangedByAsync(events, cancellationToken))
                await index.ApplyAsync(present, gone, cancellationToken);
            health.Answered();
        }
        catch (ClusterException failure) when (failure.MayPass || failure.Status is 404 or 401 or 403)
        {
            throw Away(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_filling is not null)
            await _filling.DisposeAsync();
    }

    async Task LookAsync(CancellationToken cancellationToken)
    {
        var state = await index.StateAsync(cancellationToken);
        // An index beside the one that answers was begun by a node that is gone, for a reason.
        if (state.NeedsFilling || state.Others.Count > 0)
            await BeginAsync(state.Others, cancellationToken);
        _lookAgainAt = clock.GetUtcNow() + Look;
        health.Found(state.Version);
    }

    async Task BeginAsync(IReadOnlyList<string> leftOver, CancellationToken cancellationToken)
    {
        await DropFillingAsync();
        await index.DropAsync(leftOver, cancellationToken);
        var name = await index.BeginAsync(clock.GetUtcNow(), cancellationToken);
        _filling = new(name, documents.AllAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None));
    }

    async Task<bool> FillAsync(Filling filling, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Stretch;
        while (clock.GetUtcNow() < until)
        {
            if (!await filling.Batches.MoveNextAsync())
            {
                await index.SwapAsync(filling.Index, filling.Written, cancellationToken);
                log.LogInformation("Elasticsearch answers from {Index} with {Documents} documents", filling.Index, filling.Written);
                await DropFillingAsync();
                health.Filled();
                return true;
            }
            filling.Written += filling.Batches.Current.Count;
            try
            {
                await index.FillAsync(filling.Index, filling.Batches.Current, cancellationToken);
            }
            catch (RefusedDocumentsException refused)
            {
                filling.Written -= refused.Refused.Count;
                health.Refused(refused.Refused.Count);
                foreach (var (id, reason) in refused.Refused)
                    log.LogError("Elasticsearch does not take {Id}: {Reason}", id, reason);
            }
        }
        return false;
    }

    /// <summary>Whatever was under way begins again when the cluster is back.</summary>
    AwayException Away(ClusterException failure)
    {
        health.Failed(failure);
        _lookAgainAt = default;
        return new(failure.Message, failure);
    }

    async Task DropFillingAsync()
    {
        if (_filling is not null)
            await _filling.DisposeAsync();
        _filling = null;
    }

    sealed record Filling(string Index, IAsyncEnumerator<IReadOnlyList<SearchDocument>> Batches) : IAsyncDisposable
    {
        public int Written { get; set; }

        public ValueTask DisposeAsync() => Batches.DisposeAsync();
    }
}
