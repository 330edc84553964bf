using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

static class ListingReading
{
    /// <summary>Which initiatives lie within which. There are few, so they are read whole.</summary>
    public static async Task<Programs> ProgramsAsync(this AppDb db, CancellationToken cancellationToken) =>
        new(await db.Set<InitiativeTie>().AsNoTracking().Where(t => t.Role == TieRole.PartOf).ToListAsync(cancellationToken));

    /// <summary>The profile under this address or a former one of it, if this viewer may open it.</summary>
    public static IQueryable<Listing> Under(this AppDb db, string slug, Member? viewer) =>
        db.Listings.VisibleTo(viewer).Where(l => db.ListingSlugs.Any(s => s.Slug == slug && s.ListingId == l.Id));

    public static async Task<IReadOnlyList<ListingRow>> ToRowsAsync(this IQueryable<Listing> listings, CancellationToken cancellationToken) =>
        [.. (await listings.AsNoTracking().Select(l => new { l.Kind, l.Slug, l.Content, IsClaimed = l.StewardId != null }).ToListAsync(cancellationToken))
            .Select(l => ListingRow.Of(l.Kind, l.Slug, l.Content, l.IsClaimed))];
}

/// <summary>A profile as lists show it.</summary>
/// <param name="Language">The language of its words, when it is not the reader's.</param>
/// <param name="Year">Of the text it was retold from, as long as nobody claimed it.</param>
sealed record ListingRow(string Url, string Name, string Summary, string? Language, string? Place, IReadOnlyList<Sector> Sectors, bool IsClaimed, int? Year)
{
    public static ListingRow Of(ListingKind kind, string slug, ListingContent content, bool isClaimed)
    {
        var words = content.In(PageFrame.Language);
        return new(ListingAddress.Of(kind, slug), words.Name, words.Summary, content.Words.ContainsKey(PageFrame.Language) ? null : content.Language,
            content.Place?.Name, content.Sectors, isClaimed, isClaimed ? null : content.Source?.Year);
    }
}
