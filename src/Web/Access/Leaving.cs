using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>A member leaves and is erased. Only the hash of the handle stays, so that nobody else can pose under it.</summary>
sealed class Leaving(AppDb db, IEnumerable<IPersonalData> features, AccessMemory memory)
{
    public async Task LeaveAsync(Member member, WhatStays stays, CancellationToken cancellationToken)
    {
        if (member.IsAdministrator && !await db.Members.AnyAsync(m => m.Id != member.Id && m.ErasedAt == null && (m.Duties & Duties.Administrator) != 0, cancellationToken))
            throw new RuleBrokenException("You are the only administrator. Make another one first, so that somebody can run this site.");
        await db.InTransactionAsync(async () =>
        {
            // The account goes last: the others still ask who it was.
            foreach (var feature in features.OrderBy(f => f is AccountData))
                await feature.EraseAsync(member.Id, stays, cancellationToken);
            return true;
        }, cancellationToken);
        memory.Forget(member.Id);
    }
}
