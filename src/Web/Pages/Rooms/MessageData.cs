using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What a member said in rooms, and how far they have read.</summary>
sealed class MessageData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "messages";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.Messages.Where(m => m.AuthorId == memberId && m.Deletion == null).OrderBy(m => m.CreatedAt)
            .Select(m => new { What = "message", Room = m.Room.Slug, m.Seq, m.Topic, m.Body, m.CreatedAt, m.EditedAt }).ToListAsync(cancellationToken),
        .. await db.Messages.SelectMany(m => m.Reactions).Where(r => r.MemberId == memberId).OrderBy(r => r.At)
            .Select(r => new { What = "reaction", r.Name, r.At }).ToListAsync(cancellationToken),
        .. await db.ReadMarks.Where(m => m.MemberId == memberId)
            .Select(m => new { What = "read", Room = db.Rooms.Single(r => r.Id == m.RoomId).Slug, m.Seq, m.At }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.ReadMarks.Where(m => m.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        var spoken = db.Messages.Where(m => m.AuthorId == memberId || m.Reactions.Any(r => r.MemberId == memberId));
        foreach (var slug in await spoken.Select(m => m.Room.Slug).Distinct().Order().ToListAsync(cancellationToken))
        {
            var room = (await db.Rooms.LockedAsync(slug, cancellationToken))!;
            // Every change gets its number, so that readers who were away learn of it too.
            foreach (var message in await spoken.Where(m => m.RoomId == room.Id).Include(m => m.Reactions).OrderBy(m => m.Seq).ToListAsync(cancellationToken))
                message.Forget(memberId, wordsToo: stays == WhatStays.Nothing, clock.GetUtcNow());
        }
    }
}
