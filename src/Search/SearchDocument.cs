namespace HealthDoers.Search;

/// <summary>One findable thing, as plain text: no markup in any field. Its identity is kind and id together.</summary>
public sealed record SearchDocument
{
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public string? ExternalId { get; init; }
    public required string Url { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";
    public string Body { get; init; } = "";
    public IReadOnlyList<SearchTopic> Topics { get; init; } = [];

    /// <summary>Other words it is found by and which are not shown: authors, teams, free tags, other names.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The place in words, as shown: "Algoma, Wisconsin".</summary>
    public string? Place { get; init; }

    /// <summary>The shown point, never the true one.</summary>
    public GeoPoint? Point { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>One of <see cref="Ranking.Standing"/>'s words, or none.</summary>
    public string? Evidence { get; init; }
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Population { get; init; } = [];

    /// <summary>"en", "es"; anything else is read as English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The same in other languages: found by the words of any, shown in the asker's.</summary>
    public IReadOnlyList<SearchTranslation> Translations { get; init; } = [];
    public DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public int AdaptedCount { get; init; }

    /// <summary>Who may find it; whoever holds one of these words does. Empty: nobody.</summary>
    public required IReadOnlyList<string> Audience { get; init; }

    public DocumentKey Key => new(Kind, Id);

    /// <summary>Everything it is found by beside its texts, a line each.</summary>
    internal string Tags => string.Join('\n', Topics.Select(topic => topic.Name).Append(Place ?? "").Concat(Keywords).Concat(Skills).Concat(Population));

    /// <summary>Itself with the words of this language where it has them.</summary>
    internal SearchDocument In(string language) =>
        language != Language && Translations.FirstOrDefault(translation => translation.Language == language) is { } words
            ? this with { Language = language, Title = words.Title, Summary = words.Summary, Body = words.Body }
            : this;
}

public sealed record SearchTranslation(string Language, string Title, string Summary, string Body);

/// <summary>A topic's slug and the name that people read.</summary>
public sealed record SearchTopic(string Slug, string Name);

public readonly record struct DocumentKey(string Kind, string Id);
