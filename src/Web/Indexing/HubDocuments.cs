using HealthDoers.Domain;
using HealthDoers.Domain.Hubs;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

sealed class HubDocuments : IFindable
{
    public string Kind => "hub";

    public IQueryable<Guid> All(AppDb db) => db.Hubs.Standing().Select(h => h.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.Where(e => e is HubFounded or HubChanged or HubMerged).Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await DocumentsAsync(db, await db.Hubs.AsNoTracking().Standing().Where(h => ids.Contains(h.Id)).ToListAsync(cancellationToken), cancellationToken);

    static async Task<IReadOnlyList<SearchDocument>> DocumentsAsync(AppDb db, List<Hub> hubs, CancellationToken cancellationToken)
    {
        var slugs = hubs.SelectMany(h => h.Scope.Topics).Distinct().ToList();
        var topics = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, t => new SearchTopic(t.Slug, t.In("en").Name), cancellationToken);
        return [.. hubs.Select(h => Document(h, [.. h.Scope.Topics.Where(topics.ContainsKey).Select(slug => topics[slug])]))];
    }

    static SearchDocument Document(Hub hub, List<SearchTopic> topics)
    {
        var first = hub.LanguageFor("en");
        var words = hub.In(first);
        return new()
        {
            Kind = "hub",
            Id = hub.Id.ToString(),
            Url = "/hubs/" + hub.Slug,
            Title = words.Name,
            Summary = words.Purpose,
            Body = string.Join("\n", words.Priorities),
            Language = first,
            Translations = [.. hub.Words.Where(w => w.Key != first).Select(w => new SearchTranslation(w.Key, w.Value.Name, w.Value.Purpose, string.Join("\n", w.Value.Priorities)))],
            Keywords = [.. hub.Scope.Regions],
            Topics = topics,
            PublishedAt = hub.FoundedAt,
            UpdatedAt = hub.FoundedAt,
            Audience = [Audience.Everyone],
        };
    }
}
