namespace HealthDoers.Search;

public enum SearchSort { Relevance, Newest, MostAdapted }

/// <summary>What somebody asks. Within one list any value will do; lists together narrow. Empty text browses, newest first.</summary>
public sealed record SearchQuery
{
    public const int MaxSize = 100;

    /// <summary>Matches are ranked, counted and paged this far and no farther.</summary>
    public const int MaxReach = 10_000;

    public string Text { get; init; } = "";
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Evidence { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Population { get; init; } = [];
    public SearchPlace? Place { get; init; }
    public SearchSort Sort { get; init; }

    /// <summary>From 1. Page times size goes to <see cref="MaxReach"/>.</summary>
    public int Page { get; init; } = 1;
    public int Size { get; init; } = 20;

    /// <summary>In which language to show what has more than one.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who asks: a document shows only when it names one of these.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [Audience.Everyone];
}
