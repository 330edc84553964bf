using HealthDoers.Domain;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Topics;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Places;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>Gatherings that were not cancelled. Neither their links nor who comes is a word to find them by.</summary>
sealed class GatheringDocuments(Atlas atlas) : IFindable
{
    const int SummaryLength = 300;

    public string Kind => "gathering";

    public IQueryable<Guid> All(AppDb db) => db.Gatherings.Select(g => g.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.OfType<GatheringEvent>().Where(e => e is GatheringAnnounced or GatheringChanged or GatheringEdited or GatheringCancelled).Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var gatherings = await db.Gatherings.AsNoTracking().Public().Where(g => g.Cancellation == null && ids.Contains(g.Id)).ToListAsync(cancellationToken);
        var slugs = gatherings.SelectMany(g => g.Content.Topics).Distinct().ToList();
        var topics = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, cancellationToken);
        return [.. gatherings.Select(g => Document(g, topics))];
    }

    SearchDocument Document(Gathering gathering, Dictionary<string, Topic> topics)
    {
        var content = gathering.Content;
        var about = content.Topics.Select(topics.GetValueOrDefault).OfType<Topic>().ToList();
        var shown = gathering.Place?.Shown;
        return new()
        {
            Kind = Kind,
            Id = gathering.Id.ToString(),
            Url = GatheringAddress.Of(gathering.Slug),
            Title = content.Title,
            Summary = SafeMarkdown.Excerpt(content.What, SummaryLength),
            Body = SafeMarkdown.ToPlainText(content.What),
            Topics = [.. about.Select(t => new SearchTopic(t.Slug, t.In("en").Name))],
            Keywords = [content.Venue, .. about.SelectMany(t => t.Words.Values, (_, topic) => topic.Name)],
            Place = shown is null ? null : atlas.Words(shown, content.Language),
            Point = shown is null ? null : new(shown.Point.Latitude, shown.Point.Longitude),
            Language = content.Language,
            PublishedAt = gathering.AnnouncedAt,
            UpdatedAt = gathering.ChangedAt,
            Audience = [Audience.Everyone],
        };
    }
}
