using HealthDoers.Domain;
using HealthDoers.Domain.Glossary;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

sealed class TermDocuments : IFindable
{
    public string Kind => "term";

    public IQueryable<Guid> All(AppDb db) => db.GlossaryTerms.Select(t => t.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events.OfType<TermChanged>().Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.GlossaryTerms.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken)).Select(Document)];

    static SearchDocument Document(GlossaryTerm term)
    {
        var words = term.In("en");
        return new()
        {
            Kind = "term",
            Id = term.Id.ToString(),
            Url = $"/glossary#{term.Slug}",
            Title = words.Term,
            Summary = words.Plain,
            Body = BodyOf(words),
            Translations = [.. term.Words.Where(w => w.Key != "en").Select(w => new SearchTranslation(w.Key, w.Value.Term, w.Value.Plain, BodyOf(w.Value)))],
            PublishedAt = term.ChangedAt,
            UpdatedAt = term.ChangedAt,
            Audience = [Audience.Everyone],
        };
    }

    static string BodyOf(TermWords words) =>
        string.Join("\n", new[] { string.Join(", ", words.Also), SafeMarkdown.ToPlainText(words.More) }.Where(part => part.Length > 0));
}
