using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Indexing;
using HealthDoers.Web.Pages.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>What matched a saved search, newest first, as it is now: what was withdrawn or hidden since is left out.</summary>
sealed class MatchReader(IEnumerable<IFindable> findable)
{
    public async Task<IReadOnlyList<MatchedThing>> ReadAsync(AppDb db, Guid searchId, int most, CancellationToken stop)
    {
        var matches = await db.SearchMatches.AsNoTracking().Where(m => m.SearchId == searchId).OrderByDescending(m => m.At).ThenBy(m => m.ThingId).Take(most).ToListAsync(stop);
        var found = new Dictionary<(string, Guid), SearchDocument>();
        foreach (var kind in findable)
        {
            var ids = matches.Where(m => m.Kind == kind.Kind).Select(m => m.ThingId).ToList();
            if (ids.Count == 0)
                continue;
            foreach (var document in await kind.ReadAsync(db, ids, stop))
                found[(kind.Kind, Guid.Parse(document.Id))] = document;
        }
        return [.. matches.Where(m => found.TryGetValue((m.Kind, m.ThingId), out var document) && document.Audience.Intersect(SearchAddress.MembersAudiences).Any())
            .Select(m => new MatchedThing(m.At, found[(m.Kind, m.ThingId)]))];
    }
}

sealed record MatchedThing(DateTimeOffset At, SearchDocument Document)
{
    public string Title(string language) => In(language)?.Title ?? Document.Title;

    public string Summary(string language) => In(language)?.Summary ?? Document.Summary;

    /// <summary>Of title and summary when they are shown to a reader of this one.</summary>
    public string LanguageFor(string language) => In(language)?.Language ?? Document.Language;

    SearchTranslation? In(string language) => Document.Language == language ? null : Document.Translations.FirstOrDefault(t => t.Language == language);
}
