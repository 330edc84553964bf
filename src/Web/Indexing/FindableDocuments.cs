using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>The things of every feature as search documents, in batches: all there are, or those that events may have changed.</summary>
sealed class FindableDocuments(IEnumerable<IFindable> findable, IDbContextFactory<AppDb> dbs)
{
    const int BatchSize = 500;

    /// <summary>In batches.</summary>
    const int ReadAhead = 2;

    /// <summary>The next batches are read while the last one is worked on.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SearchDocument>> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<IReadOnlyList<SearchDocument>>(ReadAhead);
        var reading = Task.Run(() => ReadAllAsync(batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
                yield return batch;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task ReadAllAsync(ChannelWriter<IReadOnlyList<SearchDocument>> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var kind in findable)
            {
                await using var db = await dbs.CreateDbContextAsync(cancellationToken);
                foreach (var ids in (await kind.All(db).ToListAsync(cancellationToken)).Chunk(BatchSize))
                    await batches.WriteAsync(await kind.ReadAsync(db, ids, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            batches.Complete();
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
