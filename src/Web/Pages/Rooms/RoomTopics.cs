using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A topic of a room as one reader sees it.</summary>
/// <param name="Name">Empty for what was said without a topic.</param>
/// <param name="Unread">Messages by others that the reader has not seen; none of a muted topic.</param>
public sealed record TopicRow(string Name, int Messages, long LastSeq, int Unread, WatchLevel Level, bool IsSettled);

/// <summary>What every reader of a room is shown of its topics, counted once for each of its states.</summary>
public sealed class TopicMemory(TimeProvider clock)
{
    readonly Remembered<(Guid RoomId, long Rev), IReadOnlyList<TopicCount>> _counts = new(200, clock);

    // A long room takes a while to count, and it is looked at more often than something is said in it.
    internal async Task<IReadOnlyList<TopicCount>> OfAsync(AppDb db, Room room, CancellationToken stop) =>
        (await _counts.GetAsync((room.Id, room.LastRev), async () => await db.Messages.Where(m => m.RoomId == room.Id && m.Deletion == null)
            .GroupBy(m => m.Topic).Select(t => new TopicCount(t.Key, t.Count(), t.Max(m => m.Seq))).ToListAsync(stop)))!;
}

/// <param name="LastSeq">Of its last message that was not deleted.</param>
sealed record TopicCount(string Name, int Messages, long LastSeq);

static class RoomTopics
{
    /// <summary>The topics of a room, the liveliest first and those that are settled last.</summary>
    public static async Task<List<TopicRow>> OfAsync(AppDb db, TopicMemory memory, Room room, Member? viewer, CancellationToken stop)
    {
        var (roomId, me) = (room.Id, viewer?.Id ?? Guid.Empty);
        var mark = viewer is null ? long.MaxValue
            : await db.ReadMarks.Where(m => m.RoomId == roomId && m.MemberId == me).Select(m => (long?)m.Seq).SingleOrDefaultAsync(stop) ?? 0;
        var watches = viewer is null ? [] : await db.TopicWatches.AsNoTracking().Where(w => w.RoomId == roomId && w.MemberId == me).ToDictionaryAsync(w => w.Topic, stop);
        var settled = await db.RoomTopics.Where(t => t.RoomId == roomId).Select(t => t.Name).ToHashSetAsync(stop);
        var unread = viewer is null ? [] : await Unread(db, db.Messages.Where(m => m.RoomId == roomId && m.Deletion == null && m.Seq > mark), viewer)
            .GroupBy(m => m.Topic).Select(t => new { t.Key, Count = t.Count() }).ToDictionaryAsync(t => t.Key, t => t.Count, stop);
        return [.. (await memory.OfAsync(db, room, stop))
            .Select(t => new TopicRow(t.Name, t.Messages, t.LastSeq, unread.GetValueOrDefault(t.Name), watches.GetValueOrDefault(t.Name)?.Level ?? WatchLevel.Usual, settled.Contains(t.Name)))
            .OrderBy(t => t.IsSettled).ThenBy(t => t.Level == WatchLevel.Muted).ThenByDescending(t => t.LastSeq)];
    }

    /// <summary>How many messages by others each of these rooms has for the reader.</summary>
    public static Task<Dictionary<Guid, int>> UnreadAsync(AppDb db, IReadOnlyCollection<Guid> roomIds, Member viewer, CancellationToken stop) =>
        Unread(db, db.Messages.Where(m => roomIds.Contains(m.RoomId) && m.Deletion == null
                && m.Seq > (db.ReadMarks.Where(r => r.RoomId == m.RoomId && r.MemberId == viewer.Id).Select(r => (long?)r.Seq).FirstOrDefault() ?? 0)), viewer)
            .GroupBy(m => m.RoomId).Select(r => new { r.Key, Count = r.Count() }).ToDictionaryAsync(r => r.Key, r => r.Count, stop);

    /// <summary>Of these, what the reader neither wrote nor muted nor read in its topic.</summary>
    public static IQueryable<Message> Unread(AppDb db, IQueryable<Message> log, Member viewer) =>
        log.Where(m => m.AuthorId != viewer.Id && !db.TopicWatches.Any(w => w.RoomId == m.RoomId && w.MemberId == viewer.Id && w.Topic == m.Topic
            && (w.Level == WatchLevel.Muted || w.Seq >= m.Seq)));
}
