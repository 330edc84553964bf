using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>"Something new matches your search": what it is, and a way to end this one search.</summary>
sealed class MatchedLetter(SavedSearchKeys keys, MatchReader matches, SiteAddress site)
{
    public const string Letter = "SearchMatched";

    const int TitlesTold = 5;

    public async Task<LetterContent?> OfAsync(AppDb db, Notification told, LetterContent content, CancellationToken stop)
    {
        var search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == told.SubjectId, stop);
        var found = search is null ? [] : await matches.ReadAsync(db, search.Id, TitlesTold, stop);
        if (found.Count == 0)
            return null;
        var (key, language) = (keys.ToEnd(search!.Id), Look.PageFrame.Language);
        return new(Letter, new(content.Values)
        {
            ["Search"] = search.Name,
            ["Titles"] = string.Join("; ", found.Select(match => match.Title(language))),
            ["Link"] = $"{site.ForMail}/searches/{search.Id}",
            ["End"] = $"{site.ForMail}/searches/end/{key}",
            [Letters.OneClickEnd] = OneClickEnd.Address(site.ForMail, key),
        });
    }
}
