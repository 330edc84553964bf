using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Pages.Ideas.Writing;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>The line of an idea, in the fields that import reads. Null is left out.</summary>
sealed record ExportedIdea
{
    public required string ExternalId { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public string? Summary { get; init; }
    public string? Body { get; init; }
    public string? ForWhom { get; init; }
    public string? Setting { get; init; }
    public string? People { get; init; }
    public string? Money { get; init; }
    public string? Time { get; init; }
    public string? WhatToWatch { get; init; }
    public string? Place { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The n-th belongs to the n-th source.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
    public string? Url { get; init; }
    public string? License { get; init; }
    public int? Year { get; init; }

    public static ExportedIdea Of(string externalId, IdeaContent content) => new()
    {
        ExternalId = externalId,
        Title = content.Words.Title,
        Language = content.Language,
        Summary = Said(content.Words.Summary),
        Body = Said(content.Words.Body),
        ForWhom = Said(content.Words.ForWhom),
        Setting = Said(content.Words.Setting),
        People = Said(content.Words.People),
        Money = Said(content.Words.Money),
        Time = Said(content.Words.Time),
        WhatToWatch = Said(content.Words.WhatToWatch),
        Place = content.Place?.Name,
        Lat = content.Place?.Latitude,
        Lon = content.Place?.Longitude,
        Topics = content.Topics,
        Tags = content.Tags,
        Skills = content.Skills,
        Sources = [.. content.Sources.Select(s => IdeaLabel.SlugOf(s.Kind))],
        References = [.. content.Sources.Select(SourceLine.Write)],
        Url = content.Url,
        License = content.License,
        Year = content.Year,
    };

    static string? Said(string text) => text.Length > 0 ? text : null;
}
