using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>The messages of one commit, given their places inside its transaction.</summary>
static class AppendBatch
{
    /// <summary>Answers in the order of the batch; to be believed once the transaction has committed.</summary>
    public static async Task<Appended[]> WriteAsync(AppDb db, IReadOnlyList<Append> batch, DateTimeOffset now)
    {
        var authorIds = batch.Select(a => a.AuthorId).ToHashSet();
        var authors = await db.Members.AsNoTracking().Where(m => authorIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id);

        var answers = new Appended[batch.Count];
        // Two nodes lock rooms in the same order, so neither waits for the other in a circle.
        foreach (var room in Enumerable.Range(0, batch.Count).GroupBy(i => batch[i].Room).OrderBy(r => r.Key, StringComparer.Ordinal))
            await WriteAsync(db, room.Key, [.. room], batch, authors, answers, now);
        return answers;
    }

    static async Task WriteAsync(
        AppDb db, string slug, int[] places, IReadOnlyList<Append> batch, Dictionary<Guid, Member> authors, Appended[] answers, DateTimeOffset now)
    {
        if (await db.Rooms.LockedAsync(slug) is not { } room)
            return;
        await db.LoadStandingOfAsync(room, [.. places.Select(i => batch[i].AuthorId).Distinct()]);
        var known = await KnownAsync(db, room, places.Select(i => batch[i].Posting.ClientId));
        var circles = await CirclesAsync(db, room, [.. places.Select(i => batch[i].Posting.ReplyToSeq).OfType<long>().Distinct()]);
        var again = new Dictionary<int, long>();
        foreach (var i in places)
        {
            var append = batch[i];
            // Who was removed knows the room and is told why it takes their words no more.
            if (authors.GetValueOrDefault(append.AuthorId) is not { } author || !(room.IsVisibleTo(author) || room.WasRemoved(author)))
                continue;
            // Who was removed is shown no present state of the room, not even of their own words.
            if (room.IsVisibleTo(author) && known.TryGetValue((append.AuthorId, append.Posting.ClientId), out var before))
            {
                if (!before.Is(append.Posting))
                    answers[i] = new(AppendOutcome.Clash);
                else if (db.Entry(before).State == EntityState.Added) // twice in this very batch
                    answers[i] = new(AppendOutcome.AlreadyPosted, MessageItem.Of(before, MessageAuthor.Of(author)));
                else
                    again[i] = before.Seq;
                continue;
            }
            try
            {
                var message = room.Post(author, append.Posting, now, append.Posting.ReplyToSeq is { } answered ? circles.GetValueOrDefault(answered) : null);
                db.Messages.Add(message);
                known.Add((author.Id, message.ClientId), message);
                answers[i] = new(AppendOutcome.Posted, MessageItem.Of(message, MessageAuthor.Of(author)));
            }
            catch (RuleBrokenException broken)
            {
                answers[i] = new(AppendOutcome.Refused, Refusal: broken.Message);
            }
        }
        if (again.Count == 0)
            return;
        var seqs = again.Values.ToHashSet();
        var items = (await db.Messages.Where(m => m.RoomId == room.Id && seqs.Contains(m.Seq)).ReadAsync(CancellationToken.None)).ToDictionary(item => item.Seq);
        foreach (var (i, seq) in again)
            answers[i] = new(AppendOutcome.AlreadyPosted, items[seq]);
    }

    static async Task<Dictionary<long, Circle>> CirclesAsync(AppDb db, Room room, long[] answered) => answered.Length == 0 ? []
        : await db.Messages.AsNoTracking().Where(m => m.RoomId == room.Id && m.HasCircle && answered.Contains(m.Seq))
            .Select(m => new { m.Seq, Circle = m.Circle! }).ToDictionaryAsync(m => m.Seq, m => m.Circle);

    static async Task<Dictionary<(Guid, Guid), Message>> KnownAsync(AppDb db, Room room, IEnumerable<Guid> clientIds)
    {
        var asked = clientIds.ToHashSet();
        return await db.Messages.AsNoTracking().Include(m => m.Files).Where(m => m.RoomId == room.Id && asked.Contains(m.ClientId)).ToDictionaryAsync(m => (m.AuthorId, m.ClientId));
    }
}
