using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Communities;

/// <summary>Everything that the people of a profile write about themselves. The long texts are Markdown.</summary>
public sealed record ListingContent
{
    public const int NameLimit = 150;
    public const int SummaryLimit = 300;
    public const int LineLimit = 200;
    public const int TextLimit = 5_000;
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    /// <summary>The language it was first written in; its words are always there.</summary>
    public string Language { get; init; } = "en";

    /// <summary>By language.</summary>
    public Dictionary<string, ListingWords> Words { get; init; } = [];

    public ListingPlace? Place { get; init; }
    public PlaceType PlaceType { get; init; }
    public CommunitySize Size { get; init; }
    public List<Sector> Sectors { get; init; } = [];

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];

    public int? FromYear { get; init; }
    public int? ToYear { get; init; }

    /// <summary>http or https, or empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether others may ask to come and see the work.</summary>
    public bool WelcomesVisits { get; init; }

    /// <summary>How many stand on a leg of the team and what they do, where no member is named.</summary>
    public List<LegCount> Legs { get; init; } = [];

    /// <summary>Where it was published, for what its own people did not write.</summary>
    public ListingSource? Source { get; init; }

    /// <summary>In this language, or else in the first one.</summary>
    public ListingWords In(string language) => Words.GetValueOrDefault(language) ?? Words[Language];

    public LegCount Leg(TripodLeg leg) => Legs.Find(l => l.Leg == leg) ?? new(leg, 0, "");

    public ListingContent With(string language, ListingWords words) => this with { Words = new(Words) { [language] = words } };
}

/// <summary>The words of a profile in one language.</summary>
public sealed record ListingWords
{
    public string Name { get; init; } = "";
    public string Summary { get; init; } = "";

    /// <summary>What it sets out to change; for a partner, what it promised.</summary>
    public string Aims { get; init; } = "";
    public string Assets { get; init; } = "";
    public string Brings { get; init; } = "";
    public string Needs { get; init; } = "";
}

/// <param name="Name">Such as "Maywood, Illinois": the town first, then what it lies in.</param>
/// <param name="Latitude">Degrees, -90 to 90; null when unknown.</param>
/// <param name="Longitude">Degrees, -180 to 180; null when unknown.</param>
public sealed record ListingPlace(string Name, double? Latitude = null, double? Longitude = null)
{
    /// <summary>The last part of the name: a state, a province or a country.</summary>
    public string Region => Name[(Name.LastIndexOf(',') + 1)..].Trim();

    public string RegionSlug => Slug.From(Region, "place");
}

public sealed record ListingSource(string Title, string Publisher, int Year, string? Url);

public enum ListingKind
{
    Community,
    Initiative,
    Partner,
}

/// <summary>The six categories of partners (100 Million Healthier Lives, distributed leadership, 2016).</summary>
public enum Sector
{
    Convener,
    Community,
    Education,
    Funders,
    Government,
    HealthCare,
}

public enum PlaceType
{
    Unsaid,
    City,
    Suburb,
    Town,
    Countryside,
    Region,
    Online,
}

/// <summary>By the people who live there.</summary>
public enum CommunitySize
{
    Unsaid,
    UpTo10Thousand,
    UpTo50Thousand,
    UpTo250Thousand,
    Larger,
}
