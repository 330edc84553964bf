using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>Communities and initiatives that say where they are; those that welcome visits stand among the hosts too.</summary>
sealed class ListingMarkers(Atlas atlas) : IMappable
{
    public IQueryable<Guid> All(AppDb db) => db.Listings.Public().Where(l => l.Kind != ListingKind.Partner && l.RegionSlug != null).Select(l => l.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.OfType<ListingChanged>().Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var listings = await db.Listings.AsNoTracking().Public().Where(l => l.Kind != ListingKind.Partner && l.RegionSlug != null && ids.Contains(l.Id))
            .Select(l => new
            {
                l.Id,
                l.Kind,
                l.Slug,
                l.Content,
                l.Place,
                l.ChangedAt,
                Ties = l.Initiatives.Select(t => t.InitiativeId).ToList(),
            }).ToListAsync(cancellationToken);
        if (listings.Count == 0)
            return [];
        var hubs = (await db.HubTies.Where(t => ids.Contains(t.ListingId)).Join(db.Hubs, t => t.HubId, h => h.Id, (t, h) => new { t.ListingId, h.Slug }).ToListAsync(cancellationToken))
            .ToLookup(t => t.ListingId, t => t.Slug);
        var programs = await db.ProgramsAsync(cancellationToken);
        var slugs = await db.Listings.Where(l => l.Kind == ListingKind.Initiative).ToDictionaryAsync(l => l.Id, l => l.Slug, cancellationToken);
        var markers = new List<Marker>(listings.Count);
        foreach (var l in listings)
        {
            if ((l.Place?.Shown ?? await ShownAsync(l.Content.Place!, cancellationToken)) is not { } place)
                continue;
            var words = l.Content.Words[l.Content.Language];
            markers.Add(new(l.Id, LayersOf(l.Kind, l.Content), words.Name, words.Summary, ListingAddress.Of(l.Kind, l.Slug), place, l.ChangedAt)
            {
                Topics = l.Content.Topics,
                Hubs = [.. hubs[l.Id]],
                // Whoever is in a part is in the whole.
                Programmes = [.. slugs.Where(i => programs.Within(i.Key) is var within && l.Ties.Exists(within.Contains)).Select(i => i.Value)],
                Language = l.Content.Language,
            });
        }
        return markers;
    }

    Task<ShownPlace?> ShownAsync(ListingPlace place, CancellationToken cancellationToken) =>
        atlas.ShownAsync(place.Name, place.Latitude, place.Longitude, cancellationToken);

    static List<MapLayer> LayersOf(ListingKind kind, ListingContent content) =>
    [
        kind == ListingKind.Initiative ? MapLayer.Initiative : MapLayer.Community,
        .. content.WelcomesVisits ? [MapLayer.SiteVisitHost] : Array.Empty<MapLayer>(),
    ];
}
