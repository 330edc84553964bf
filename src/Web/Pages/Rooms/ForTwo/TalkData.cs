using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>Whom a member asked to talk, who asked them, and who may not. What was said is with the messages.</summary>
sealed class TalkData(AppDb db) : IPersonalData
{
    public string Name => "talks";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. (await db.TalkRequests.AsNoTracking().Where(r => r.FromId == memberId || r.ToId == memberId).OrderBy(r => r.At).ToListAsync(cancellationToken))
            // What did not reach them is not theirs, and the no of somebody else is theirs to tell.
            .Where(r => r.FromId == memberId || r.ReachedThem)
            .Select(r => new { What = r.FromId == memberId ? "request" : "request to you", r.Words, r.At, Answer = r.FromId == memberId && r.Answer?.Kind == TalkAnswerKind.Declined ? null : r.Answer }),
        .. await db.TalkBlocks.Where(b => b.ById == memberId).OrderBy(b => b.At)
            .Select(b => new { What = "not asked by", Who = db.Members.Single(m => m.Id == b.OtherId).Handle, b.At }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.TalkRequests.Where(r => r.FromId == memberId || r.ToId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.TalkBlocks.Where(b => b.ById == memberId || b.OtherId == memberId).ExecuteDeleteAsync(cancellationToken);
    }
}
