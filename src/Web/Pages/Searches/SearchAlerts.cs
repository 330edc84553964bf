using HealthDoers.Domain.Searches;
using HealthDoers.Search;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Indexing;
using HealthDoers.Web.Pages.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>Holds what is new against every saved search, and notes what matches. Members hear of it by the event that follows.</summary>
sealed class SearchAlerts(FindableDocuments documents, CurrentLexicon lexicon, IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerDeployment
{
    const int SearchesAtOnce = 500;

    readonly Dictionary<Guid, (Lexicon Lexicon, StandingQuery Query)> _queries = [];

    public string Name => "search-alerts";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var oldest = await db.SavedSearches.MinAsync(s => (DateTimeOffset?)s.SavedAt, cancellationToken);
        if (oldest is null)
            return;
        await foreach (var (present, _) in documents.ChangedByAsync(events, cancellationToken))
        {
            var fresh = present.Where(document => document.PublishedAt >= oldest).Select(document => new ReadDocument(document)).ToList();
            if (fresh.Count > 0)
                await HoldAgainstAllAsync(fresh, cancellationToken);
        }
    }

    async Task HoldAgainstAllAsync(List<ReadDocument> fresh, CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var searches = await db.SavedSearches
                .Where(s => s.Id > last && db.Members.Any(m => m.Id == s.MemberId && m.ErasedAt == null && m.Suspension == null))
                .OrderBy(s => s.Id).Take(SearchesAtOnce).ToListAsync(cancellationToken);
            foreach (var search in searches)
                await HoldAsync(db, search, fresh, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            if (searches.Count < SearchesAtOnce)
                return;
            last = searches[^1].Id;
        }
    }

    async Task HoldAsync(AppDb db, SavedSearch search, List<ReadDocument> fresh, CancellationToken cancellationToken)
    {
        var query = QueryOf(search);
        var met = fresh.Where(document => document.Whole.PublishedAt >= search.SavedAt && query.IsMetBy(document))
            .Select(document => (document.Whole.Kind, Id: Guid.Parse(document.Whole.Id))).ToList();
        if (met.Count == 0)
            return;
        var ids = met.Select(thing => thing.Id).ToList();
        var known = (await db.SearchMatches.Where(m => m.SearchId == search.Id && ids.Contains(m.ThingId)).Select(m => m.ThingId).ToListAsync(cancellationToken)).ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var (kind, id) in met.Where(thing => known.Add(thing.Id)))
        {
            db.SearchMatches.Add(new(search.Id, kind, id, now));
            search.Match(now);
        }
    }

    StandingQuery QueryOf(SavedSearch search)
    {
        if (_queries.TryGetValue(search.Id, out var known) && known.Lexicon == lexicon.Value)
            return known.Query;
        var query = new StandingQuery(SearchAddress.Parse(search.Address).Read(SearchAddress.MembersAudiences, out _), lexicon.Value);
        // What ended is forgotten with the rest now and then.
        if (_queries.Count > 20_000)
            _queries.Clear();
        _queries[search.Id] = (lexicon.Value, query);
        return query;
    }
}
