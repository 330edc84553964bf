using HealthDoers.Domain;
using HealthDoers.Domain.Resources;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

sealed class ResourceDocuments : IFindable
{
    public string Kind => "resource";

    public IQueryable<Guid> All(AppDb db) => db.Resources.Select(r => r.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.OfType<ResourceChanged>().Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)).Select(Document)];

    static SearchDocument Document(Resource resource)
    {
        var words = resource.In("en");
        // The text that tells of it has a year and no day.
        var at = new DateTimeOffset(resource.Source.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new()
        {
            Kind = "resource",
            Id = resource.Id.ToString(),
            Url = $"/resources#{resource.Slug}",
            Title = words.Title,
            Summary = words.Summary,
            Translations = [.. resource.Words.Where(w => w.Key != "en").Select(w => new SearchTranslation(w.Key, w.Value.Title, w.Value.Summary, ""))],
            Keywords = [resource.Source.Publisher],
            PublishedAt = at,
            UpdatedAt = at,
            Audience = [Audience.Everyone],
        };
    }
}
