using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What somebody who was away should look at first: found by rule, each leading to its message.</summary>
public sealed record SinceRow(SinceKind Kind, long Seq, string Says);

public enum SinceKind
{
    Decision,
    ActionForYou,
    CallsYou,

    /// <summary>A message that ends with a question mark and that nobody answered.</summary>
    Question,
}

static class SinceYouLeft
{
    const int MostOfAKind = 4;
    const int QuestionsLookedAt = 30;
    const int Length = 90;

    /// <summary>Shorter, it was a look aside.</summary>
    static readonly TimeSpan ShortestGap = TimeSpan.FromMinutes(10);

    public static async Task<List<SinceRow>> ReadAsync(AppDb db, Room room, Member me, ReadMark mark, DateTimeOffset now, CancellationToken stop)
    {
        if (now - mark.At < ShortestGap)
            return [];
        var log = db.Messages.AsNoTracking().Where(m => m.RoomId == room.Id && m.Deletion == null);
        var rows = new List<SinceRow>();
        Add(SinceKind.Decision, await Latest(log.Where(m => m.Mark!.Kind == MarkKind.Decision && m.Mark.At > mark.At && m.Mark.ById != me.Id), stop));
        Add(SinceKind.ActionForYou, await Latest(log.Where(m => m.Mark!.OwnerId == me.Id && m.Mark.DoneAt == null && m.Mark.At > mark.At && m.Mark.ById != me.Id), stop));
        Add(SinceKind.CallsYou, await Latest(log.Where(m => m.Seq > mark.Seq && db.Notifications.Any(n => n.MemberId == me.Id && n.DetailId == m.Id
            && n.Kind == NotificationKind.RoomMessage && n.Reason != NotificationReason.YouFollowRoomTopic)), stop));
        Add(SinceKind.Question, await UnansweredAsync(log.Where(m => m.Seq > mark.Seq), me, stop));
        return [.. rows.DistinctBy(r => r.Seq)];

        void Add(SinceKind kind, IEnumerable<Said> said) => rows.AddRange(said.OrderBy(s => s.Seq).Select(s => new SinceRow(kind, s.Seq, SafeMarkdown.Excerpt(s.Body, Length))));
    }

    static async Task<IEnumerable<Said>> UnansweredAsync(IQueryable<Message> log, Member me, CancellationToken stop)
    {
        var asked = await log.Where(m => m.AuthorId != me.Id && EF.Functions.Like(m.Body, "%?")).Latest(QuestionsLookedAt).Select(m => new Said(m.Seq, m.Body)).ToListAsync(stop);
        var seqs = asked.Select(a => (long?)a.Seq).ToList();
        var answered = await log.Where(m => seqs.Contains(m.ReplyToSeq)).Select(m => m.ReplyToSeq!.Value).ToHashSetAsync(stop);
        return asked.Where(a => !answered.Contains(a.Seq)).Take(MostOfAKind);
    }

    static async Task<List<Said>> Latest(IQueryable<Message> messages, CancellationToken stop) =>
        await messages.Latest(MostOfAKind).Select(m => new Said(m.Seq, m.Body)).ToListAsync(stop);

    sealed record Said(long Seq, string Body);
}
