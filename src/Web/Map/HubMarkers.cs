using HealthDoers.Domain;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>Hubs of regions, each in the middle of the first of its regions that the gazetteer knows.</summary>
sealed class HubMarkers(Atlas atlas) : IMappable
{
    public IQueryable<Guid> All(AppDb db) => db.Hubs.Standing().Where(h => h.Kind == HubKind.Geographic).Select(h => h.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.Where(e => e is HubFounded or HubChanged or HubMerged).Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var markers = new List<Marker>();
        foreach (var hub in await db.Hubs.AsNoTracking().Standing().Where(h => h.Kind == HubKind.Geographic && ids.Contains(h.Id)).ToListAsync(cancellationToken))
        {
            if (await PlaceAsync(hub.Scope, cancellationToken) is not { } place)
                continue;
            var language = hub.LanguageFor("en");
            var words = hub.In(language);
            markers.Add(new(hub.Id, [MapLayer.Hub], words.Name, words.Purpose, "/hubs/" + hub.Slug, place, hub.FoundedAt) { Hubs = [hub.Slug], Topics = hub.Scope.Topics, Language = language });
        }
        return markers;
    }

    async Task<ShownPlace?> PlaceAsync(HubScope scope, CancellationToken cancellationToken)
    {
        foreach (var region in scope.Regions)
            if (await atlas.ShownAsync(region, null, null, cancellationToken) is { } place)
                return place;
        return null;
    }
}
