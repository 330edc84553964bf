using System.Runtime.CompilerServices;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>The things of every feature as search documents, in batches: all there are, or those that events may have changed.</summary>
sealed class FindableDocuments(IEnumerable<IFindable> findable, IDbContextFactory<AppDb> dbs)
{
    const int BatchSize = 500;

    /// <summary>The next batch is read while the last one is worked on.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SearchDocument>> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batches = ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = Read();
        try
        {
            while (await next)
            {
                var batch = batches.Current;
                next = Read();
                yield return batch;
            }
        }
        finally
        {
            // Who stops early may not close what is still being read.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<bool> Read() => Task.Run(() => batches.MoveNextAsync().AsTask());
    }

    async IAsyncEnumerable<IReadOnlyList<SearchDocument>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kind in findable)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            foreach (var ids in (await kind.All(db).ToListAsync(cancellationToken)).Chunk(BatchSize))
                yield return await kind.ReadAsync(db, ids, cancellationToken);
        }
    }

    public async IAsyncEnumerable<(IReadOnlyList<SearchDocument> Present, IReadOnlyList<DocumentKey> Gone)> ChangedByAsync(
        IReadOnlyList<RaisedEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var changes = events.Select(e => e.What).ToList();
        foreach (var kind in findable)
        {
            foreach (var ids in (await kind.ChangedByAsync(db, changes, cancellationToken)).Chunk(BatchSize))
            {
                var present = await kind.ReadAsync(db, ids, cancellationToken);
                yield return (present, [.. ids.Select(id => new DocumentKey(kind.Kind, id.ToString())).Except(present.Select(d => d.Key))]);
            }
        }
    }
}
