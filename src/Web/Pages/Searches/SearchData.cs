using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>The searches that a member saved, and the everyday words that they added.</summary>
sealed class SearchData(AppDb db) : IPersonalData
{
    public string Name => "searches";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.SavedSearches.Where(s => s.MemberId == memberId).OrderBy(s => s.SavedAt)
            .Select(s => new { What = "search", s.Name, s.Address, s.ByMail, s.SavedAt }).ToListAsync(cancellationToken),
        .. await db.LayWordEdits.Where(e => e.ById == memberId).OrderBy(e => e.At)
            .Select(e => new { What = "words", e.Phrase, e.Means, e.At }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.SavedSearches.Where(s => s.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        // The words are the community's; who added them is forgotten.
        await db.LayWordEdits.Where(e => e.ById == memberId).ExecuteUpdateAsync(set => set.SetProperty(e => e.ById, (Guid?)null), cancellationToken);
    }
}
