using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>That a member answered by mail, and whether mail to them arrives. The words are where they were posted.</summary>
sealed class InboundData(AppDb db, InboundFolder folder) : IPersonalData
{
    public string Name => "mail";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.InboundLetters.Where(l => l.MemberId == memberId).OrderBy(l => l.At).Select(l => new { What = "answer by mail", l.At, l.Outcome, l.Why }).ToListAsync(cancellationToken),
        .. await db.MailTroubles.Where(t => t.MemberId == memberId).Select(t => new { What = "mail that did not arrive", t.Hard, t.LastAt, t.RestsSince }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        foreach (var letter in await db.InboundLetters.Where(l => l.MemberId == memberId).Select(l => l.Id).ToListAsync(cancellationToken))
            folder.Forget(letter);
        await db.InboundLetters.Where(l => l.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.MailTroubles.Where(t => t.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
    }
}
