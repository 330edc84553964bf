namespace HealthDoers.Search.Embedded;

/// <summary>What is kept in memory of a document: enough to filter, count and order it.</summary>
sealed class Entry
{
    public required long Number { get; init; }

    /// <summary>Numbers in <see cref="ValueList"/>.</summary>
    public required int[] Facets { get; init; }
    public required int[] Audience { get; init; }
    public required string? Evidence { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required int AdaptedCount { get; init; }
    public required GeoPoint? Point { get; init; }
    public required FieldLengths Lengths { get; init; }
}
