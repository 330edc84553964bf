using System.Runtime.CompilerServices;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Commands.Importing;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>What is said in the rooms that everyone reads, room by room in the order of the log.</summary>
sealed class MessageExport(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const int PageSize = 1000;

    // Who has left is named as pages name them.
    const string FormerMember = "A member";

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedMessage> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rooms = await db.Rooms.AsNoTracking().VisibleTo(null).OrderBy(r => r.Slug).ToListAsync(cancellationToken);
        var (all, count) = (Math.Max(1, rooms.Sum(r => r.LastSeq)), 0L);
        foreach (var room in rooms)
        {
            var after = 0L;
            while (await PageAsync(db, room, after, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var (_, line) in page)
                    yield return line;
                after = page[^1].Seq;
                progress.At((double)(count += page.Count) / all, count);
            }
        }
    }

    static async Task<List<(long Seq, ExportedMessage Line)>> PageAsync(AppDb db, Room room, long after, CancellationToken cancellationToken)
    {
        var log = db.Messages.Where(m => m.RoomId == room.Id && m.Deletion == null);
        var page = await log.AsNoTracking().Where(m => m.Seq > after).OrderBy(m => m.Seq).Take(PageSize)
            .Select(m => new { m.Seq, m.Id, m.ExternalId, m.CreatedAt, m.Author.Name, m.Topic, m.Body, m.ReplyToSeq }).ToListAsync(cancellationToken);
        var answered = page.Select(m => m.ReplyToSeq).OfType<long>().ToHashSet();
        var names = await log.Where(m => answered.Contains(m.Seq)).ToDictionaryAsync(m => m.Seq, m => m.ExternalId ?? m.Id.ToString(), cancellationToken);
        return [.. page.Select(m => (m.Seq, new ExportedMessage(room.Slug, m.ExternalId ?? m.Id.ToString(), m.CreatedAt, Author(m.Name),
            m.Topic.Length > 0 ? m.Topic : null, m.Body, m.ReplyToSeq is { } seq ? names.GetValueOrDefault(seq) : null)))];
    }

    /// <summary>Without the mark of an earlier import, which the next one sets again.</summary>
    static string Author(string name) => name.Length == 0 ? FormerMember
        : name.EndsWith(ImportedAuthors.NameEnding, StringComparison.Ordinal) ? name[..^ImportedAuthors.NameEnding.Length] : name;
}
