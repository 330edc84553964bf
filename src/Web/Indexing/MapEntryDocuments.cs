using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Map;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;
using SeenBy = HealthDoers.Domain.Members.Audience;

namespace HealthDoers.Web.Indexing;

/// <summary>
/// Communities, initiatives and hosts that people put on the map. Who put only themselves on it is found on the map, and
/// by their own page when they have one.
/// </summary>
sealed class MapEntryDocuments(Atlas atlas, string kind, params MapLayer[] layers) : IFindable
{
    public string Kind => kind;

    public IQueryable<Guid> All(AppDb db) => db.MapEntries.Shown().Where(e => layers.Contains(e.Layer)).Select(e => e.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        EntryChanges.Async(db, events, cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var entries = await db.MapEntries.AsNoTracking().Shown().Where(e => ids.Contains(e.Id) && layers.Contains(e.Layer)).ToListAsync(cancellationToken);
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Slug, cancellationToken);
        return [.. entries.Select(entry => Document(entry, [.. entry.Topics.Where(topics.ContainsKey).Select(slug => new SearchTopic(slug, topics[slug].In("en").Name))]))];
    }

    SearchDocument Document(MapEntry entry, IReadOnlyList<SearchTopic> topics)
    {
        var (latitude, longitude) = entry.Place.Shown.Point;
        return new()
        {
            Kind = kind,
            Id = entry.Id.ToString(),
            ExternalId = entry.ExternalId,
            Url = EntryAddress.Of(entry.Id),
            Title = entry.Title,
            Summary = entry.Summary,
            Topics = topics,
            Place = atlas.Words(entry.Place.Shown, "en"),
            Point = new(latitude, longitude),
            PublishedAt = entry.AddedAt,
            UpdatedAt = entry.ChangedAt,
            Audience = [entry.SeenBy == SeenBy.Everyone ? Audience.Everyone : Audience.Members],
        };
    }
}
