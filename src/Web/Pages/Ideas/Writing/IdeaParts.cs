using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Pages.Stories.Writing;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>An idea as a list of texts, so that two versions can be laid beside each other.</summary>
static class IdeaParts
{
    public static IReadOnlyList<ChangedPart> Changes(IdeaContent before, IdeaContent after) =>
    [
        .. Of(before).Zip(Of(after), (b, a) => new ChangedPart(b.Label, b.Text, a.Text)).Where(p => p.Before != p.After),
    ];

    static IReadOnlyList<StoryPart> Of(IdeaContent content) =>
    [
        new("Title", content.Words.Title),
        new("Summary", content.Words.Summary),
        new("Body", content.Words.Body),
        new("Sources", string.Join('\n', content.Sources.Select(s => $"{IdeaLabel.SlugOf(s.Kind)}: {SourceLine.Write(s)}".TrimEnd(' ', ':')))),
        new("ForWhom", content.Words.ForWhom),
        new("Setting", content.Words.Setting),
        new("People", content.Words.People),
        new("Money", content.Words.Money),
        new("Time", content.Words.Time),
        new("WhatToWatch", content.Words.WhatToWatch),
        new("Place", content.Place?.Name ?? ""),
        new("Topics", string.Join(", ", [.. content.Topics, .. content.Tags])),
        new("Skills", string.Join(", ", content.Skills)),
        new("Language", content.Language),
    ];
}
