using HealthDoers.Domain;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>
/// Keeps this node's search index true to the database: follows the events, and fills the index anew when it is
/// missing, damaged, too old to follow, or when somebody asked for it.
/// </summary>
sealed class IndexKeeper(ISearchEngine index, IEnumerable<IFindable> findable, IDbContextFactory<AppDb> dbs, ILogger<IndexKeeper> log) : IOncePerNode
{
    const int BatchSize = 500;

    bool _follows;

    public string Name => "search";

    public async Task<long?> CursorAsync(CancellationToken cancellationToken)
    {
        var state = await index.StateAsync(cancellationToken);
        _follows = !state.NeedsRebuild && (_follows || await CanFollowAsync(state.Cursor, cancellationToken));
        return _follows ? state.Cursor : await RebuildAsync(cancellationToken);
    }

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(e => e.What is IndexRebuildRequested))
        {
            await index.ClearAsync(cancellationToken);
            return;
        }
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var changes = events.Select(e => e.What).ToList();
        foreach (var kind in findable)
        {
            foreach (var ids in (await kind.ChangedByAsync(db, changes, cancellationToken)).Chunk(BatchSize))
            {
                var documents = await kind.ReadAsync(db, ids, cancellationToken);
                var gone = ids.Select(id => new DocumentKey(kind.Kind, id.ToString())).Except(documents.Select(d => d.Key));
                await index.ApplyAsync(new(documents, [.. gone], null), cancellationToken);
            }
        }
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
        foreach (var kind in findable)
        {
            foreach (var ids in (await kind.All(db).ToListAsync(cancellationToken)).Chunk(BatchSize))
            {
                var documents = await kind.ReadAsync(db, ids, cancellationToken);
                await index.ApplyAsync(new(documents, [], null), cancellationToken);
                written += documents.Count;
            }
        }
        if ((await index.StateAsync(cancellationToken)).Documents != written)
            throw new IOException("The search index was lost while it was being filled.");
        await index.ApplyAsync(new([], [], cursor), cancellationToken);
        _follows = true;
        log.LogInformation("The search index was filled with {Documents} documents", written);
        return cursor;
    }
}
