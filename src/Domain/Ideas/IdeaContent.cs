using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Ideas;

/// <summary>
/// Everything that is said of a change idea: "an actionable, specific idea for changing a process" (glossary of the
/// SCALE overview, 2017). The long fields are Markdown; lists keep the order they were given in.
/// </summary>
public sealed record IdeaContent
{
    public const int TitleLimit = 200;
    public const int SummaryLimit = 500;
    public const int AnswerLimit = 5_000;
    public const int BodyLimit = 100_000;
    public const int LineLimit = 200;
    public const int ListLimit = 20;
    public const int ReasonLimit = 500;
    public const int ReferenceLimit = 500;

    /// <summary>The language it is written in: "en", "es" or another culture name.</summary>
    public string Language { get; init; } = "en";

    public IdeaWords Words { get; init; } = new();

    /// <summary>Where it was first tried, when there is one such place.</summary>
    public StoryPlace? Place { get; init; }

    /// <summary>Where the idea comes from, at least one of the four.</summary>
    public List<IdeaSource> Sources { get; init; } = [];

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Free words that are no topic (yet).</summary>
    public List<string> Tags { get; init; } = [];

    /// <summary>Skills of the Community of Solutions, by code: LW, LT, LO, LE, LS.</summary>
    public List<string> Skills { get; init; } = [];

    /// <summary>Where and when it was published before, and under which licence.</summary>
    public string? Url { get; init; }
    public string? License { get; init; }
    public int? Year { get; init; }
}

/// <summary>The words of an idea in one language.</summary>
public sealed record IdeaWords
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";

    /// <summary>What to do, step by step.</summary>
    public string Body { get; init; } = "";
    public string ForWhom { get; init; } = "";
    public string Setting { get; init; } = "";

    /// <summary>What it takes.</summary>
    public string People { get; init; } = "";
    public string Money { get; init; } = "";
    public string Time { get; init; } = "";

    /// <summary>What else may change, for better or worse: the balancing measure in plain words.</summary>
    public string WhatToWatch { get; init; } = "";

    /// <summary>In a translation: the reason of the last step of its standing.</summary>
    public string StandingReason { get; init; } = "";
}

/// <param name="Reference">What to look up: a paper, a guide, who said it, who tested it.</param>
/// <param name="Url">http or https; null when there is none.</param>
public sealed record IdeaSource(SourceKind Kind, string Reference = "", string? Url = null);

/// <summary>The four sources of a change idea (glossary of the SCALE overview, 2017).</summary>
public enum SourceKind
{
    Research,
    BestPractice,
    LivedExperience,

    /// <summary>Another team, organisation or community tested it.</summary>
    OtherCommunity,
}
