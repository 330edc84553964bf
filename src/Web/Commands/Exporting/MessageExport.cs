using System.Runtime.CompilerServices;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Exporting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>What is said in the rooms that everyone reads, room by room in the order of the log.</summary>
sealed class MessageExport(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const int ToldEvery = 1000;

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedMessage> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rooms = await db.Rooms.AsNoTracking().VisibleTo(null).OrderBy(r => r.Slug).ToListAsync(cancellationToken);
        var (all, count) = (Math.Max(1, rooms.Sum(r => r.LastSeq)), 0L);
        foreach (var room in rooms)
            await foreach (var line in Talk.ReadAsync(db, room, topic: null, cancellationToken))
            {
                yield return ExportedMessage.Of(line, room.Slug);
                if (++count % ToldEvery == 0)
                    progress.At((double)count / all, count);
            }
    }
}
