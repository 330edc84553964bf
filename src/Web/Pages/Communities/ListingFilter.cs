using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>What a directory is narrowed to; all of it must hold.</summary>
sealed record ListingFilter(ListingKind Kind)
{
    const int LongestQuestion = 200;

    public string Words { get; init; } = "";
    public string? Region { get; init; }
    public Sector? Sector { get; init; }
    public string? Topic { get; init; }
    public string? Hub { get; init; }
    public string? Initiative { get; init; }
    public bool? Claimed { get; init; }

    public bool IsEmpty => this == new ListingFilter(Kind);

    /// <summary>Null when it asks for a category that there is not.</summary>
    public static ListingFilter? From(ListingKind kind, IQueryCollection query)
    {
        var words = CleanText.Line(query["q"]);
        var filter = new ListingFilter(kind)
        {
            Words = words.Length > LongestQuestion ? words[..LongestQuestion] : words,
            Region = Value("place"),
            Topic = Value("topic"),
            Hub = Value("hub"),
            Initiative = Value("initiative"),
            Claimed = Value("claimed") switch { "yes" => true, "no" => false, _ => null },
        };
        if (Value("sector") is not { } wanted)
            return filter;
        return Enum.GetValues<Sector>().Cast<Sector?>().FirstOrDefault(s => SectorWord(s!.Value) == wanted) is { } sector ? filter with { Sector = sector } : null;

        string? Value(string name) => query[name].ToString() is { Length: > 0 and <= LongestQuestion } value ? value : null;
    }

    public async Task<IQueryable<Listing>> OfAsync(AppDb db, CancellationToken cancellationToken)
    {
        var listings = db.Listings.Public(Kind).Saying(Words);
        if (Region is { } region)
            listings = listings.Where(l => l.RegionSlug == region);
        if (Sector is { } sector)
            listings = listings.Labelled(ListingLabelKind.Sector, sector.ToString());
        if (Topic is { } topic)
            listings = listings.Labelled(ListingLabelKind.Topic, topic);
        if (Hub is { } hub)
            listings = listings.Where(l => db.HubTies.Any(t => t.ListingId == l.Id && db.Hubs.Any(h => h.Id == t.HubId && h.Slug == hub)));
        if (Claimed is { } claimed)
            listings = listings.Where(l => (l.StewardId != null) == claimed);
        if (Initiative is not { } slug)
            return listings;
        var initiative = await db.Listings.Public(ListingKind.Initiative).Where(l => l.Slug == slug).Select(l => l.Id).FirstOrDefaultAsync(cancellationToken);
        return listings.InAnyOf([.. (await db.ProgramsAsync(cancellationToken)).Within(initiative)]);
    }

    public string Url(int page = 1) => QueryHelpers.AddQueryString(ListingAddress.Of(Kind), Asked().Concat(page > 1 ? [new("page", $"{page}")] : []));

    /// <summary>What stays when the words are asked anew.</summary>
    public IEnumerable<KeyValuePair<string, string?>> WithoutWords() => (this with { Words = "" }).Asked();

    public static string SectorWord(Sector sector) => char.ToLowerInvariant($"{sector}"[0]) + $"{sector}"[1..];

    IEnumerable<KeyValuePair<string, string?>> Asked()
    {
        if (Words.Length > 0)
            yield return new("q", Words);
        if (Region is not null)
            yield return new("place", Region);
        if (Sector is { } sector)
            yield return new("sector", SectorWord(sector));
        if (Topic is not null)
            yield return new("topic", Topic);
        if (Hub is not null)
            yield return new("hub", Hub);
        if (Initiative is not null)
            yield return new("initiative", Initiative);
        if (Claimed is { } claimed)
            yield return new("claimed", claimed ? "yes" : "no");
    }
}
