using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Topics;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>Profiles of one kind. Who is on a team is no word to find it by.</summary>
sealed class ListingDocuments(ListingKind kind) : IFindable
{
    public string Kind { get; } = kind.ToString().ToLowerInvariant();

    public IQueryable<Guid> All(AppDb db) => db.Listings.Public(kind).Select(l => l.Id);

    public async Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken)
    {
        var changed = events.OfType<ListingChanged>().Select(e => e.SubjectId).ToHashSet();
        // The names of topics are words of their profiles too.
        var topics = events.OfType<TopicChanged>().Select(e => e.SubjectId).Distinct().ToList();
        if (topics.Count > 0)
        {
            changed.UnionWith(await db.Topics.Where(t => topics.Contains(t.Id))
                .Join(db.Set<ListingLabel>().Where(l => l.Kind == ListingLabelKind.Topic), t => t.Slug, l => l.Value, (_, l) => l.ListingId).ToListAsync(cancellationToken));
        }
        // Those of another kind are the business of its own documents.
        return changed.Count == 0 ? [] : await db.Listings.Where(l => l.Kind == kind && changed.Contains(l.Id)).Select(l => l.Id).ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var listings = await db.Listings.AsNoTracking().Public(kind).Where(l => ids.Contains(l.Id)).ToListAsync(cancellationToken);
        var slugs = listings.SelectMany(l => l.Content.Topics).Distinct().ToList();
        var topics = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, cancellationToken);
        return [.. listings.Select(listing => Document(listing, topics))];
    }

    SearchDocument Document(Listing listing, Dictionary<string, Topic> topics)
    {
        var content = listing.Content;
        var words = content.Words[content.Language];
        var about = content.Topics.Select(topics.GetValueOrDefault).OfType<Topic>().ToList();
        return new()
        {
            Kind = Kind,
            Id = listing.Id.ToString(),
            Url = ListingAddress.Of(listing),
            Title = words.Name,
            Summary = words.Summary,
            Body = BodyOf(words),
            Translations = [.. content.Words.Where(w => w.Key != content.Language).Select(w => new SearchTranslation(w.Key, w.Value.Name, w.Value.Summary, BodyOf(w.Value)))],
            Topics = [.. about.Select(t => new SearchTopic(t.Slug, t.In("en").Name))],
            Keywords = [.. about.SelectMany(t => t.Words.Values, (_, topic) => topic.Name)],
            Place = content.Place?.Name,
            Point = listing.Place is { } where ? new(where.Shown.Point.Latitude, where.Shown.Point.Longitude) : content.Place is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
            Language = content.Language,
            PublishedAt = listing.AddedAt,
            UpdatedAt = listing.ChangedAt,
            Audience = [Audience.Everyone],
        };
    }

    static string BodyOf(ListingWords words) =>
        string.Join("\n", new[] { words.Aims, words.Assets, words.Brings, words.Needs }.Select(SafeMarkdown.ToPlainText).Where(part => part.Length > 0));
}
