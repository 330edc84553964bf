using System.Text.Json.Serialization;

namespace HealthDoers.Domain.Gatherings;

/// <summary>What everybody may read of a gathering, written and read whole.</summary>
public sealed record GatheringContent
{
    public const int TitleLimit = 120;
    public const int WhatLimit = 10_000;
    public const int LineLimit = 200;
    public const int MostPlaces = 100_000;
    public const int MostTopics = 12;

    public string Title { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string What { get; init; } = "";

    /// <summary>Of the words above.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What is spoken there.</summary>
    public List<string> Spoken { get; init; } = [];
    public GatheringFormat Format { get; init; }

    /// <summary>The house and the door, in words that everybody may read; where it is in person.</summary>
    public string Venue { get; init; } = "";

    public List<AccessKind> Access { get; init; } = [];
    public string AccessNote { get; init; } = "";

    /// <summary>Empty: it is free.</summary>
    public string Cost { get; init; } = "";

    /// <summary>How many can come; null has no limit.</summary>
    public int? Places { get; init; }
    public List<string> Topics { get; init; } = [];

    [JsonIgnore]
    public bool IsInPerson => Format != GatheringFormat.Online;

    [JsonIgnore]
    public bool IsOnline => Format != GatheringFormat.InPerson;
}

public enum GatheringFormat
{
    InPerson,
    Online,
    Both,
}

/// <summary>What makes it possible for more people to come.</summary>
public enum AccessKind
{
    StepFree,
    AccessibleToilet,
    Captions,
    SignLanguage,
    Interpretation,
    HearingLoop,
    ChildCare,
    Food,
    Transport,
    QuietRoom,
}
