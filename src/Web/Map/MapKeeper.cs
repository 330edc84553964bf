using System.Diagnostics;
using HealthDoers.Domain;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>Keeps this node's map true to the database: reads everything once, then follows the events.</summary>
sealed class MapKeeper(IEnumerable<IMappable> features, PageCache pages, IDbContextFactory<AppDb> dbs, ILogger<MapKeeper> log) : IOncePerNode
{
    const int BatchSize = 5_000;

    // Filling 100,000 markers takes about as long; who waits longer is better told so.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile MapState _state = MapState.Empty;
    long? _cursor;

    public string Name => "map";

    public TimeSpan Gathers => TimeSpan.FromMilliseconds(200);

    /// <summary>The map as it is now; waits a moment while it is read for the first time.</summary>
    /// <exception cref="MapNotReadyException">It could not be read so far. It is tried again every second.</exception>
    public async ValueTask<MapState> StateAsync(CancellationToken cancellationToken)
    {
        if (!_filled.Task.IsCompletedSuccessfully && await Task.WhenAny(_filled.Task, Task.Delay(Patience, cancellationToken)) != _filled.Task)
            throw new MapNotReadyException();
        return _state;
    }

    public async Task<long?> CursorAsync(CancellationToken cancellationToken) => _cursor ??= await FillAsync(cancellationToken);

    public Task PassedAsync(long number, CancellationToken cancellationToken)
    {
        _cursor = number;
        return Task.CompletedTask;
    }

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var happened = events.Select(e => e.What).ToList();
        if (happened.Any(e => e is IndexRebuildRequested))
            _state = MapState.Settle(await ReadAllAsync(db, cancellationToken));
        else
        {
            var (changed, gone) = (new List<Marker>(), new List<Guid>());
            foreach (var feature in features)
            {
                var ids = await feature.ChangedByAsync(db, happened, cancellationToken);
                var markers = ids.Count > 0 ? await feature.ReadAsync(db, ids, cancellationToken) : [];
                changed.AddRange(markers);
                gone.AddRange(ids.Except(markers.Select(m => m.Id)));
            }
            if (changed.Count + gone.Count == 0)
                return;
            _state = _state.With(changed, gone);
        }
        await pages.RenewAsync(PageArea.Map, cancellationToken);
    }

    async Task<long> FillAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        // Read before anything else: whatever changes during the filling comes again by its event.
        var cursor = await db.Events.MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0;
        var markers = await ReadAllAsync(db, cancellationToken);
        var since = Stopwatch.GetTimestamp();
        _state = MapState.Settle(markers);
        var took = Stopwatch.GetElapsedTime(since);
        _filled.TrySetResult();
        await pages.RenewAsync(PageArea.Map, cancellationToken);
        log.LogInformation("The map was filled with {Markers} markers; its tree took {Took:0} ms", markers.Count, took.TotalMilliseconds);
        return cursor;
    }

    async Task<List<Marker>> ReadAllAsync(AppDb db, CancellationToken cancellationToken)
    {
        var all = new List<Marker>();
        foreach (var feature in features)
            foreach (var ids in (await feature.All(db).ToListAsync(cancellationToken)).Chunk(BatchSize))
                all.AddRange(await feature.ReadAsync(db, ids, cancellationToken));
        return all;
    }
}
