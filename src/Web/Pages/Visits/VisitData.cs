using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>What a member applied for and asked for their community. The visits themselves belong to the communities.</summary>
sealed class VisitData(AppDb db) : IPersonalData
{
    public string Name => "visits";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. (await db.Visits.AsNoTracking().Where(v => v.AppliedById == memberId).OrderBy(v => v.AppliedAt)
            .Select(v => new { Host = v.Host.Slug, Guest = v.Guest.Slug, v.Ask, v.Guests, v.AppliedAt }).ToListAsync(cancellationToken))
            .Select(v => new { What = "application", v.Host, v.Guest, v.Ask, v.Guests, v.AppliedAt }),
        .. await db.Set<VisitQuestion>().Where(q => q.ById == memberId).OrderBy(q => q.At).Select(q => new { What = "question", q.Words, q.At }).ToListAsync(cancellationToken),
        .. await db.Set<VisitQuestion>().Where(q => q.AnsweredById == memberId).OrderBy(q => q.AnsweredAt).Select(q => new { What = "answer", q.Words, q.Answer, q.AnsweredAt }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        var touched = db.Visits.Include(v => v.Questions)
            .Where(v => v.AppliedById == memberId || v.Questions.Any(q => q.ById == memberId || q.AnsweredById == memberId));
        foreach (var visit in await touched.ToListAsync(cancellationToken))
            visit.Forget(memberId, stays == WhatStays.Nothing);
    }
}
