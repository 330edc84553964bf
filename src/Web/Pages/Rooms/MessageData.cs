using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What a member said in rooms, what they are there, what they keep and how far they have read.</summary>
sealed class MessageData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "messages";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
        await ReadAsync(await db.Members.SingleAsync(m => m.Id == memberId, cancellationToken), cancellationToken);

    async Task<IReadOnlyList<object>> ReadAsync(Member member, CancellationToken cancellationToken)
    {
        var memberId = member.Id;
        // The name of a topic is the room's own: whoever left has their words, not what became of the room since.
        var readable = db.Rooms.VisibleTo(member);
        return
        [
            .. await db.Messages.Where(m => m.AuthorId == memberId && m.Deletion == null).OrderBy(m => m.CreatedAt)
                .Select(m => new { What = "message", Room = m.Room.Slug, m.Seq, Topic = readable.Any(r => r.Id == m.RoomId) ? m.Topic : null, m.Body, m.CreatedAt, m.EditedAt }).ToListAsync(cancellationToken),
            .. await db.Messages.SelectMany(m => m.Reactions).Where(r => r.MemberId == memberId).OrderBy(r => r.At)
                .Select(r => new { What = "reaction", r.Name, r.At }).ToListAsync(cancellationToken),
            .. await db.MessageVersions.Where(v => db.Messages.Any(m => m.Id == v.MessageId && m.AuthorId == memberId)).OrderBy(v => v.ReplacedAt)
                .Select(v => new { What = "former words", Room = db.Messages.Single(m => m.Id == v.MessageId).Room.Slug, db.Messages.Single(m => m.Id == v.MessageId).Seq, v.Body, v.ReplacedAt }).ToListAsync(cancellationToken),
            .. await db.MessageFiles.Where(f => db.Messages.Any(m => m.Id == f.MessageId && m.AuthorId == memberId && m.Deletion == null)).OrderBy(f => f.MessageId).ThenBy(f => f.Place)
                .Select(f => new { What = "file", Room = db.Messages.Single(m => m.Id == f.MessageId).Room.Slug, db.Messages.Single(m => m.Id == f.MessageId).Seq, f.File, f.Name, f.Description }).ToListAsync(cancellationToken),
            .. await db.RoomMemberships.Where(m => m.MemberId == memberId).OrderBy(m => m.At)
                .Select(m => new { What = "room", Room = db.Rooms.Single(r => r.Id == m.RoomId).Slug, m.State, m.Role, m.Parts, m.Words, m.AgreedTo, m.At }).ToListAsync(cancellationToken),
            .. await db.MessageMarks.Where(m => m.OwnerId == memberId || m.ById == memberId).OrderBy(m => m.At)
                .Select(m => new { What = "mark", Room = db.Rooms.Single(r => r.Id == m.RoomId).Slug, m.Kind, IsYours = m.OwnerId == memberId, m.Due, m.DoneAt, m.At }).ToListAsync(cancellationToken),
            .. await db.Messages.SelectMany(m => m.Cards).Where(c => c.ById == memberId).OrderBy(c => c.On)
                .Select(c => new { What = "jargon", Room = db.Messages.Single(m => m.Id == c.MessageId).Room.Slug, c.Word, c.On }).ToListAsync(cancellationToken),
            .. await db.PollVotes.Where(v => v.MemberId == memberId)
                .Select(v => new { What = "vote", Room = db.Messages.Single(m => m.Id == v.MessageId).Room.Slug, db.Messages.Single(m => m.Id == v.MessageId).Seq, v.Weights }).ToListAsync(cancellationToken),
            .. await CirclesOf(memberId).Select(c => new { What = "circle", Message = c.MessageId, c.EndedAt }).ToListAsync(cancellationToken),
            .. await db.Stars.Where(s => s.MemberId == memberId).OrderBy(s => s.At)
                .Select(s => new { What = "star", Room = db.Messages.Single(m => m.Id == s.MessageId).Room.Slug, db.Messages.Single(m => m.Id == s.MessageId).Seq, s.At }).ToListAsync(cancellationToken),
            .. await db.TopicWatches.Where(w => w.MemberId == memberId && readable.Any(r => r.Id == w.RoomId))
                .Select(w => new { What = "topic", Room = db.Rooms.Single(r => r.Id == w.RoomId).Slug, w.Topic, w.Level, w.Seq }).ToListAsync(cancellationToken),
            .. await db.ReadMarks.Where(m => m.MemberId == memberId)
                .Select(m => new { What = "read", Room = db.Rooms.Single(r => r.Id == m.RoomId).Slug, m.Seq, m.At }).ToListAsync(cancellationToken),
        ];
    }

    public async Task<IReadOnlyList<string>> FilesAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.MessageFiles.Where(f => db.Messages.Any(m => m.Id == f.MessageId && m.AuthorId == memberId && m.Deletion == null)).Select(f => f.File).Distinct().ToListAsync(cancellationToken);

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.ReadMarks.Where(m => m.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Stars.Where(s => s.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.TopicWatches.Where(w => w.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        // Deleted words go at once, others with the messages if those go too.
        await db.MessageVersions.Where(v => db.Messages.Any(m => m.Id == v.MessageId && m.AuthorId == memberId && (stays == WhatStays.Nothing || m.Deletion != null))).ExecuteDeleteAsync(cancellationToken);
        if (stays == WhatStays.Nothing)
            await db.MessageFiles.Where(f => db.Messages.Any(m => m.Id == f.MessageId && m.AuthorId == memberId)).ExecuteDeleteAsync(cancellationToken);
        var spoken = db.Messages.Where(m => m.AuthorId == memberId || m.Reactions.Any(r => r.MemberId == memberId) || m.Cards.Any(c => c.ById == memberId)
            || m.Poll!.Votes.Any(v => v.MemberId == memberId) || CirclesOf(memberId).Any(c => c.MessageId == m.Id));
        var rooms = db.Rooms.Where(r => spoken.Any(m => m.RoomId == r.Id) || r.Memberships.Any(m => m.MemberId == memberId));
        foreach (var slug in await rooms.Select(r => r.Slug).Order().ToListAsync(cancellationToken))
        {
            var room = (await db.Rooms.LockedAsync(slug, cancellationToken))!;
            await db.RoomMemberships.Where(m => m.RoomId == room.Id).LoadAsync(cancellationToken);
            if (room.Memberships.SingleOrDefault(m => m.MemberId == memberId) is { } mine)
            {
                room.LoseForGood(mine, clock.GetUtcNow());
                db.Remove(mine);
            }
            // Every change gets its number, so that readers who were away learn of it too.
            foreach (var message in await spoken.Where(m => m.RoomId == room.Id).Include(m => m.Reactions).Include(m => m.Mark).OrderBy(m => m.Seq).ToListAsync(cancellationToken))
            {
                await db.LoadPartsOfAsync(message, cancellationToken);
                message.Forget(memberId, wordsToo: stays == WhatStays.Nothing, clock.GetUtcNow());
            }
        }
    }

    /// <summary>Seats are one JSON text, so whoever sits there is found in it.</summary>
    IQueryable<Circle> CirclesOf(Guid memberId)
    {
        var id = memberId.ToString();
        return db.Circles.Where(c => ((string)(object)c.Seats).Contains(id));
    }
}
