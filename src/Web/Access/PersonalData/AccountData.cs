using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access.PersonalData;

/// <summary>The account, the page of the member, tokens, mail under way and uploads.</summary>
sealed class AccountData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "account";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == memberId, cancellationToken);
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == memberId, cancellationToken);
        var tokens = await db.PersonalTokens.Where(t => t.MemberId == memberId).OrderBy(t => t.MadeAt)
            .Select(t => new { t.Name, t.Scopes, t.MadeAt, t.RevokedAt }).ToListAsync(cancellationToken);
        return
        [
            new
            {
                member.Handle, member.Name, account.Email, member.JoinedAt, member.Language,
                Duties = member.Duties.ToString(), member.Suspension, member.Profile,
                Tokens = tokens.Select(t => new { t.Name, Scopes = t.Scopes.ToString(), t.MadeAt, t.RevokedAt }),
            },
        ];
    }

    public async Task<IReadOnlyList<string>> FilesAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Files.Where(f => f.OwnerId == memberId).OrderBy(f => f.At).Select(f => f.Hash).ToListAsync(cancellationToken);

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        var email = await db.Users.Where(a => a.Id == memberId).Select(a => a.Email).SingleAsync(cancellationToken);
        await db.OutgoingMails.Where(m => m.MemberId == memberId || m.Address == email).ExecuteDeleteAsync(cancellationToken);
        await db.CarriedForms.Where(f => f.TypedBy == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Registrations.Where(r => r.Email == email).ExecuteDeleteAsync(cancellationToken);
        foreach (var token in await db.PersonalTokens.Where(t => t.MemberId == memberId).ToListAsync(cancellationToken))
        {
            token.Revoke(clock.GetUtcNow());
            db.Remove(token);
        }
        await db.Users.Where(a => a.Id == memberId).ExecuteDeleteAsync(cancellationToken);
        (await db.Members.SingleAsync(m => m.Id == memberId, cancellationToken)).Erase(clock.GetUtcNow());
    }
}
