using HealthDoers.Domain.Communities;

namespace HealthDoers.Domain.Mentoring;

/// <summary>
/// On what somebody offers help or asks for it, and how it would fit. Matching reads these fields and what people have
/// tried, and nothing else about a person.
/// </summary>
public sealed record MentoringTerms
{
    public const int WordsLimit = 1_000;
    public const int MostTopics = 12;
    public const int MostBehaviours = 8;

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Skills of the Community of Solutions, by code: LW, LT, LO, LE, LS.</summary>
    public List<string> Skills { get; init; } = [];

    /// <summary>Behaviours of the Community of Solutions, 1 to 28.</summary>
    public List<int> Behaviours { get; init; } = [];

    public MentoringRhythm Rhythm { get; init; }

    /// <summary>Culture names of the languages they speak with others: "en", "es".</summary>
    public List<string> Languages { get; init; } = [];

    /// <summary>The IANA name of the time zone they live in, or empty.</summary>
    public string Zone { get; init; } = "";

    public PlaceType PlaceType { get; init; }

    /// <summary>In their own words.</summary>
    public string Words { get; init; } = "";
}

/// <summary>How often two people talk.</summary>
public enum MentoringRhythm
{
    Weekly,
    Fortnightly,
    Monthly,
    WhenNeeded,
}
