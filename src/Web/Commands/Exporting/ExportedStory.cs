using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>The line of a story, in the fields that import reads. Null is left out.</summary>
sealed record ExportedStory
{
    public required string ExternalId { get; init; }
    public required string Title { get; init; }
    public required StoryKind Kind { get; init; }
    public required string Language { get; init; }
    public string? Summary { get; init; }
    public string? Problem { get; init; }
    public string? ForWhom { get; init; }
    public string? WhatWeDid { get; init; }
    public string? WhatChanged { get; init; }
    public string? HowWeKnow { get; init; }
    public string? Advice { get; init; }
    public string? Body { get; init; }
    public string? Organisation { get; init; }
    public string? Place { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Partners { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<int> Behaviours { get; init; } = [];
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }
    public string? Url { get; init; }
    public string? License { get; init; }
    public string? SourceTitle { get; init; }
    public string? Publisher { get; init; }
    public int? Year { get; init; }

    public static ExportedStory Of(string externalId, StoryContent content) => new()
    {
        ExternalId = externalId,
        Title = content.Words.Title,
        Kind = content.Kind,
        Language = content.Language,
        Summary = Said(content.Words.Summary),
        Problem = Said(content.Words.Problem),
        ForWhom = Said(content.Words.ForWhom),
        WhatWeDid = Said(content.Words.WhatWeDid),
        WhatChanged = Said(content.Words.WhatChanged),
        HowWeKnow = Said(content.Words.HowWeKnow),
        Advice = Said(content.Words.Advice),
        Body = Said(content.Words.Body),
        Organisation = Said(content.Organisation),
        Place = content.Place?.Name,
        Lat = content.Place?.Latitude,
        Lon = content.Place?.Longitude,
        Topics = content.Topics,
        Tags = content.Tags,
        Partners = content.Partners,
        Skills = content.Skills,
        Behaviours = content.Behaviours,
        FromYear = content.FromYear,
        ToYear = content.ToYear,
        Url = content.Source?.Url,
        License = content.Source?.License,
        SourceTitle = content.Source?.Title,
        Publisher = content.Source?.Publisher,
        Year = content.Source?.Year,
    };

    static string? Said(string text) => text.Length > 0 ? text : null;
}
