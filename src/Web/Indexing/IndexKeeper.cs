using HealthDoers.Domain;
using HealthDoers.Search;
using HealthDoers.Search.Embedded;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>
/// Keeps this node's search index true to the database: follows the events, and fills the index anew when it is
/// missing, damaged, too old to follow, or when somebody asked for it.
/// </summary>
sealed class IndexKeeper(EmbeddedEngine index, FindableDocuments documents, IDbContextFactory<AppDb> dbs, EventWatch watch, ILogger<IndexKeeper> log) : IOncePerNode
{
    /// <summary>Written at once while the index is filled: so many documents, or as few as have so many characters together.</summary>
    const int MostAtOnce = 2_000;
    const int TextAtOnce = 5_000_000;
    const int MuchToFill = 10_000;

    bool _follows;

    public string Name => "search";

    public TimeSpan Gathers => TimeSpan.FromMilliseconds(200);

    public async Task<long?> CursorAsync(CancellationToken cancellationToken)
    {
        var state = await index.StateAsync(cancellationToken);
        _follows = !state.NeedsRebuild && (_follows || await CanFollowAsync(state.Cursor, cancellationToken));
        // Filling it anew takes in whatever waits to be followed, so nobody who asks for it waits for that.
        return _follows && !watch.Last.Shows<IndexRebuildRequested>(state.Cursor) ? state.Cursor : await RebuildAsync(cancellationToken);
    }

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(e => e.What is IndexRebuildRequested))
        {
            await index.ClearAsync(cancellationToken);
            return;
        }
        await foreach (var (present, gone) in documents.ChangedByAsync(events, cancellationToken))
            await index.ApplyAsync(new(present, gone, null), cancellationToken);
    }

    public async Task PassedAsync(long number, CancellationToken cancellationToken)
    {
        // An index that waits to be filled gets its cursor from the filling.
        if (!(await index.StateAsync(cancellationToken)).NeedsRebuild)
            await index.ApplyAsync(new([], [], number), cancellationToken);
    }

    /// <summary>False when events after the cursor may be gone already, or when the database is an older one.</summary>
    async Task<bool> CanFollowAsync(long cursor, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var first = await db.Events.MinAsync(e => (long?)e.Number, cancellationToken);
        var last = await db.Events.MaxAsync(e => (long?)e.Number, cancellationToken);
        return first is null ? cursor == 0 : first - 1 <= cursor && cursor <= last;
    }

    async Task<long> RebuildAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        // Read before anything else: whatever changes during the filling comes again by its event.
        var cursor = await db.Events.MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0;
        await index.ClearAsync(cancellationToken);
        var written = 0;
        var waiting = new List<SearchDocument>();
        await foreach (var batch in documents.AllAsync(cancellationToken))
        {
            written += batch.Count;
            waiting.AddRange(batch);
            if (waiting.Count < MostAtOnce && waiting.Sum(document => document.Body.Length) < TextAtOnce)
                continue;
            await index.ApplyAsync(new(waiting, [], null), cancellationToken);
            waiting = [];
        }
        await index.ApplyAsync(new(waiting, [], null), cancellationToken);
        if ((await index.StateAsync(cancellationToken)).Documents != written)
            throw new IOException("The search index was lost while it was being filled.");
        await index.ApplyAsync(new([], [], cursor), cancellationToken);
        _follows = true;
        // A busy server finds no quiet moment for it, and filling needed more than questions do.
        if (written > MuchToFill)
            SpareMemory.GiveBack();
        log.LogInformation("The search index was filled with {Documents} documents", written);
        return cursor;
    }
}
