namespace HealthDoers.Search;

/// <summary>One page of the answer.</summary>
public sealed record SearchPage
{
    /// <summary>Exact up to <see cref="SearchQuery.MaxReach"/>.</summary>
    public int Total { get; init; }
    public bool TotalIsLowerBound { get; init; }
    public TimeSpan Took { get; init; }

    /// <summary>The question with its unknown words repaired, when that changed it.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>By <see cref="FacetNames"/>, counted over all matches, most frequent value first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<FacetCount>>();
    public IReadOnlyList<SearchHit> Items { get; init; } = [];

    /// <summary>The index is being filled again, so things may be missing.</summary>
    public bool IsRebuilding { get; init; }

    /// <summary>The search cluster is away: answered from this node's own index, which knows the same things.</summary>
    public bool IsFallback { get; init; }
}

/// <param name="Label">A topic's name; for the others the value itself, which the caller words.</param>
public sealed record FacetCount(string Value, string Label, int Count);

public sealed record SearchHit
{
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public string? ExternalId { get; init; }
    public required string Title { get; init; }
    public required string Url { get; init; }
    public required string Summary { get; init; }

    /// <summary>Of title and summary.</summary>
    public required string Language { get; init; }
    public string? Place { get; init; }

    /// <summary>One of <see cref="Ranking.Standing"/>'s words, or none.</summary>
    public string? Evidence { get; init; }

    /// <summary>HTML of title, summary or body where words were found: encoded text with no tag but mark.</summary>
    public IReadOnlyDictionary<string, string> Highlights { get; init; } = new Dictionary<string, string>();

    /// <summary>Comparable within one answer only.</summary>
    public double Score { get; init; }
}
