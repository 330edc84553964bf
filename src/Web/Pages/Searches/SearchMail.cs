using HealthDoers.Domain.Searches;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>"Something new matches your search", by mail for those searches whose owner wishes it.</summary>
sealed class SearchMail(IDbContextFactory<AppDb> dbs, SavedSearchKeys keys, MatchReader matches, SiteAddress site, TimeProvider clock) : IOncePerDeployment
{
    public const string Letter = "SearchMatched";

    const int TitlesTold = 5;

    public string Name => "search-mail";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var matched in events.Select(e => e.What).OfType<SearchMatched>())
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await QueueAsync(db, matched, cancellationToken);
        }
    }

    async Task QueueAsync(AppDb db, SearchMatched matched, CancellationToken stop)
    {
        var search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == matched.SubjectId && s.ByMail, stop);
        // The mail has the id of the news, so an event that comes twice mails once.
        if (search is null || await db.OutgoingMails.AnyAsync(m => m.Id == matched.NewsId, stop))
            return;
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == search.MemberId && m.ErasedAt == null && m.Suspension == null, stop);
        var found = await matches.ReadAsync(db, search.Id, TitlesTold, stop);
        if (member is null || found.Count == 0)
            return;
        var (language, key) = (member.Language ?? "en", keys.ToEnd(search.Id));
        db.OutgoingMails.Add(new()
        {
            Id = matched.NewsId,
            Kind = Letter,
            Language = language,
            MemberId = member.Id,
            Values = new()
            {
                ["Name"] = member.Name,
                ["Search"] = search.Name,
                ["Titles"] = string.Join("; ", found.Select(match => match.Title(language))),
                ["Link"] = $"{site.ForMail}/searches/{search.Id}",
                ["End"] = $"{site.ForMail}/searches/end/{key}",
                [Letters.OneClickEnd] = OneClickEnd.Address($"{site.ForMail}", key),
            },
            At = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(stop);
    }
}
