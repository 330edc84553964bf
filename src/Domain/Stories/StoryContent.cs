namespace HealthDoers.Domain.Stories;

/// <summary>
/// Everything an author writes: the story as a typed record. The long fields are Markdown; lists keep the order
/// they were given in.
/// </summary>
public sealed record StoryContent
{
    public const int TitleLimit = 200;
    public const int SummaryLimit = 500;
    public const int AnswerLimit = 20_000;
    public const int BodyLimit = 100_000;
    public const int LineLimit = 200;
    public const int ListLimit = 20;
    public const int ReasonLimit = 500;
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    public StoryKind Kind { get; init; }

    /// <summary>The language it is written in: "en", "es" or another culture name.</summary>
    public string Language { get; init; } = "en";

    public StoryWords Words { get; init; } = new();
    public string Organisation { get; init; } = "";

    /// <summary>The community, initiative or partner whose profile shows this story, or null.</summary>
    public Guid? ListingId { get; init; }
    public StoryPlace? Place { get; init; }
    public List<string> Partners { get; init; } = [];

    /// <summary>Years, from 1900 on; null when not said.</summary>
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Free words that are no topic (yet).</summary>
    public List<string> Tags { get; init; } = [];

    /// <summary>Skills of the Community of Solutions, by code: LW, LT, LO, LE, LS.</summary>
    public List<string> Skills { get; init; } = [];

    /// <summary>Behaviours of the Community of Solutions, 1 to 28.</summary>
    public List<int> Behaviours { get; init; } = [];

    /// <summary>Headline figures, each with its meaning.</summary>
    public List<StoryNumber> Numbers { get; init; } = [];
    public StoryQuote? Quote { get; init; }
    public StoryVideo? Video { get; init; }
    public List<StoryPicture> Pictures { get; init; } = [];

    /// <summary>Where it was published before, for what is not told first-hand here.</summary>
    public StorySource? Source { get; init; }

    /// <summary>Which drawing stands in for a photograph; null is chosen from the first topic.</summary>
    public string? Artwork { get; init; }
}

/// <summary>The words of a story in one language.</summary>
public sealed record StoryWords
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Problem { get; init; } = "";
    public string ForWhom { get; init; } = "";
    public string WhatWeDid { get; init; } = "";
    public string WhatChanged { get; init; } = "";
    public string HowWeKnow { get; init; } = "";
    public string Advice { get; init; } = "";
    public string Body { get; init; } = "";

    /// <summary>Labels of the story's numbers in this language, by position; empty keeps the original's.</summary>
    public List<string> NumberLabels { get; init; } = [];

    /// <summary>In a translation: why the evidence stands where it does. Empty keeps what the standing's own step says.</summary>
    public string StandingReason { get; init; } = "";
}

/// <param name="Slug">Groups stories of one place; derived from the name.</param>
/// <param name="Latitude">Degrees, -90 to 90; null when unknown.</param>
/// <param name="Longitude">Degrees, -180 to 180; null when unknown.</param>
public sealed record StoryPlace(string Name, string Slug, double? Latitude = null, double? Longitude = null);

public sealed record StoryNumber(string Value, string Label);

public sealed record StoryQuote(string Text, string Who, string Source);

/// <summary>A link or an uploaded file, never without its transcript.</summary>
/// <param name="Url">http or https; null when it is a file.</param>
/// <param name="File">Content hash of the upload; null when it is a link.</param>
public sealed record StoryVideo(string? Url, string? File, string Transcript);

/// <param name="File">Content hash of the upload.</param>
/// <param name="Description">What a person who cannot see it should know; required.</param>
/// <param name="Small">Content hash of the same picture at <see cref="SmallSide"/>, where there is one.</param>
public sealed record StoryPicture(string File, string Description, int Width, int Height, string? Small = null)
{
    public const int DescriptionLimit = 500;
    public const int Most = 8;

    /// <summary>Pixels of the longer side.</summary>
    public const int LargeSide = 1600;
    public const int SmallSide = 480;

    public int SmallWidth => (int)Math.Round(Width * Math.Min(1.0, (double)SmallSide / Math.Max(1, Math.Max(Width, Height))));
}

public sealed record StorySource(string Title, string Publisher, int? Year, string? Url, string? License = null);

public enum StoryKind
{
    Story,
    FailForward,
    CaseStudy,
    Video,
}
