using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Map;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>What people put on the map themselves.</summary>
sealed class EntryMarkers : IMappable
{
    public IQueryable<Guid> All(AppDb db) => db.MapEntries.Shown().Select(e => e.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        EntryChanges.Async(db, events, cancellationToken);

    public async Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.MapEntries.AsNoTracking().Shown().Where(e => ids.Contains(e.Id)).ToListAsync(cancellationToken)).Select(entry =>
            new Marker(entry.Id, [entry.Layer], entry.Title, entry.Summary, EntryAddress.Of(entry.Id), entry.Place.Shown, entry.ChangedAt)
            {
                Topics = entry.Topics,
                Programmes = entry.Programme is { } programme ? [programme] : [],
                MembersOnly = entry.SeenBy == Audience.Members,
            })];
}
