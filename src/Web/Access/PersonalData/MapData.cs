using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access.PersonalData;

/// <summary>What a member put on the map, with the true points, which are theirs.</summary>
sealed class MapData(AppDb db) : IPersonalData
{
    public string Name => "map";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
        [.. (await db.MapEntries.AsNoTracking().Where(e => e.OwnerId == memberId).OrderBy(e => e.AddedAt).ToListAsync(cancellationToken))
            .Select(e => new { e.Title, e.Layer, e.Summary, e.Link, e.Topics, e.SeenBy, e.AddedAt, e.ChangedAt, e.TakenDown, e.Place })];

    /// <summary>A place is nearly a name, so entries go whatever else stays.</summary>
    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        foreach (var entry in await db.MapEntries.Where(e => e.OwnerId == memberId).ToListAsync(cancellationToken))
        {
            entry.Leave();
            db.Remove(entry);
        }
    }
}
