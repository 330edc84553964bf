using HealthDoers.Domain.Communities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The communities, initiatives and partners that were published, put in once: unclaimed, dated, tied to their hubs and stories.</summary>
sealed class StarterListings(AppDb db, TimeProvider clock)
{
    static readonly (ListingKind Kind, string File)[] Files =
        [(ListingKind.Initiative, "initiatives.yaml"), (ListingKind.Community, "communities.yaml"), (ListingKind.Partner, "partners.yaml")];

    public Task PutInOnceAsync(CancellationToken cancellationToken = default) =>
        db.PutInOnceAsync("listings", clock, () => PutInAsync(cancellationToken), cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await db.ListingSlugs.Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        var entries = Files.SelectMany(f => StarterFiles.Read<ListingEntry>(f.File).Select(entry => (f.Kind, Entry: entry)))
            .Where(e => !taken.Contains(e.Entry.Slug)).ToList();
        var listings = entries.ToDictionary(e => e.Entry.Slug, e => Listing.Published(e.Kind, e.Entry.Content(), e.Entry.Slug, now));
        var hubs = await db.Hubs.ToDictionaryAsync(h => h.Slug, h => h.Id, cancellationToken);
        foreach (var (_, entry) in entries)
        {
            var listing = listings[entry.Slug];
            db.Listings.Add(listing);
            db.ListingSlugs.Add(new(entry.Slug, listing.Id));
            foreach (var tie in entry.Ties)
                if (listings.TryGetValue(tie.Initiative, out var initiative))
                    listing.TieTo(initiative, tie.Role, tie.FromYear, tie.ToYear);
            db.HubTies.AddRange(entry.Hubs.Where(hubs.ContainsKey).Select(hub => new HubTie(listing.Id, hubs[hub])));
        }
        await TellTheirStoriesAsync(entries.Select(e => e.Entry), listings, cancellationToken);
        return listings.Count;
    }

    async Task TellTheirStoriesAsync(IEnumerable<ListingEntry> entries, Dictionary<string, Listing> listings, CancellationToken cancellationToken)
    {
        var owners = entries.SelectMany(e => e.Stories, (entry, story) => (Story: story, listings[entry.Slug].Id)).ToDictionary(o => o.Story, o => o.Id);
        foreach (var story in await db.Stories.Where(s => s.ExternalId != null && owners.Keys.Contains(s.ExternalId)).ToListAsync(cancellationToken))
            story.TellOf(owners[story.ExternalId!]);
    }
}

sealed record ListingEntry
{
    public string Slug { get; init; } = "";
    public PlaceEntry? Place { get; init; }
    public PlaceType PlaceType { get; init; }
    public List<Sector> Sectors { get; init; } = [];
    public List<string> Topics { get; init; } = [];
    public List<string> Hubs { get; init; } = [];
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }
    public string Url { get; init; } = "";
    public List<TieEntry> Ties { get; init; } = [];

    /// <summary>External ids of the starter stories that are about it.</summary>
    public List<string> Stories { get; init; } = [];
    public SourceEntry Source { get; init; } = new();
    public ListingWordsEntry En { get; init; } = new();
    public ListingWordsEntry Es { get; init; } = new();

    public ListingContent Content() => new()
    {
        Words = new() { ["en"] = En.Words(), ["es"] = Es.Words() },
        Place = Place is null ? null : new(Place.Name, Place.Lat, Place.Lon),
        PlaceType = PlaceType,
        Sectors = Sectors,
        Topics = Topics,
        FromYear = FromYear,
        ToYear = ToYear,
        Url = Url,
        Source = new(Source.Title, Source.Publisher, Source.Year!.Value, Source.Url),
    };
}

sealed record TieEntry
{
    public string Initiative { get; init; } = "";
    public TieRole Role { get; init; }
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }
}

sealed record ListingWordsEntry
{
    public string Name { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Aims { get; init; } = "";
    public string Assets { get; init; } = "";
    public string Brings { get; init; } = "";
    public string Needs { get; init; } = "";

    public ListingWords Words() => new() { Name = Name, Summary = Summary, Aims = Aims, Assets = Assets, Brings = Brings, Needs = Needs };
}
