using System.Runtime.CompilerServices;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>What was said in a room, from its first message on, read in parts so that no length fills the memory.</summary>
static class Talk
{
    const int PageSize = 1000;

    /// <param name="topic">Only this one; null for the whole room.</param>
    public static async IAsyncEnumerable<TalkLine> ReadAsync(AppDb db, Room room, string? topic, [EnumeratorCancellation] CancellationToken stop)
    {
        // What is said while it is read is for the next copy.
        var log = db.Messages.AsNoTracking().Where(m => m.RoomId == room.Id && m.Seq <= room.LastSeq && m.Deletion == null);
        var asked = topic is null ? log : log.Where(m => m.Topic == topic);
        for (var after = 0L; await PageAsync(log, asked, after, stop) is { Count: > 0 } page; after = page[^1].Seq)
            foreach (var line in page)
                yield return line;
    }

    static async Task<List<TalkLine>> PageAsync(IQueryable<Message> log, IQueryable<Message> asked, long after, CancellationToken stop)
    {
        var page = await asked.Where(m => m.Seq > after).OrderBy(m => m.Seq).Take(PageSize).Select(m => new
        {
            m.Seq,
            m.Id,
            m.ExternalId,
            m.CreatedAt,
            m.EditedAt,
            m.Topic,
            m.Body,
            m.ReplyToSeq,
            Author = m.Author.ErasedAt == null ? new MessageAuthor(m.Author.Handle, m.Author.Name) : null,
            m.Mark,
            Owner = m.Mark!.Owner!.ErasedAt == null ? new { m.Mark.Owner.Handle, m.Mark.Owner.Name } : null,
            Pinned = m.Pin != null,
        }).ToListAsync(stop);
        var answered = page.Select(m => m.ReplyToSeq).OfType<long>().ToHashSet();
        var names = await log.Where(m => answered.Contains(m.Seq)).ToDictionaryAsync(m => m.Seq, m => m.ExternalId ?? m.Id.ToString(), stop);
        return [.. page.Select(m => new TalkLine(m.Seq, m.ExternalId ?? m.Id.ToString(), m.CreatedAt, m.Author, m.Topic, m.Body,
            m.ReplyToSeq, m.ReplyToSeq is { } seq ? names.GetValueOrDefault(seq) : null, m.EditedAt,
            m.Mark is null ? null : new(ItemMark.NameOf(m.Mark.Kind), m.Owner?.Handle is { } handle ? new(handle, m.Owner.Name) : null, m.Mark.Due, m.Mark.DoneAt is not null),
            m.Pinned))];
    }
}
