using System.Globalization;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <param name="Label">A key of <see cref="WritingText"/>.</param>
sealed record StoryPart(string Label, string Text);

/// <summary>One part of a story as it was and as it is.</summary>
sealed record ChangedPart(string Label, string Before, string After);

/// <summary>A story as a list of texts, so that two versions can be laid beside each other.</summary>
static class StoryParts
{
    public static IReadOnlyList<ChangedPart> Changes(StoryContent before, StoryContent after) =>
    [
        .. Of(before).Zip(Of(after), (b, a) => new ChangedPart(b.Label, b.Text, a.Text)).Where(p => p.Before != p.After),
    ];

    static IReadOnlyList<StoryPart> Of(StoryContent content) =>
    [
        new("Title", content.Words.Title),
        new("Summary", content.Words.Summary),
        new("Kind", content.Kind.ToString()),
        new("Language", content.Language),
        new("Problem", content.Words.Problem),
        new("ForWhom", content.Words.ForWhom),
        new("WhatWeDid", content.Words.WhatWeDid),
        new("WhatChanged", content.Words.WhatChanged),
        new("HowWeKnow", content.Words.HowWeKnow),
        new("Advice", content.Words.Advice),
        new("Body", content.Words.Body),
        new("Place", content.Place?.Name ?? ""),
        new("Organisation", content.Organisation),
        new("Partners", string.Join('\n', content.Partners)),
        new("FromYear", Text(content.FromYear)),
        new("ToYear", Text(content.ToYear)),
        new("Topics", string.Join(", ", [.. content.Topics, .. content.Tags])),
        new("Skills", string.Join(", ", content.Skills)),
        new("Behaviours", string.Join(", ", content.Behaviours)),
        new("Pictures", string.Join('\n', content.Pictures.Select(p => p.Description))),
        new("VideoUrl", content.Video?.Url ?? content.Video?.File ?? ""),
        new("VideoTranscript", content.Video?.Transcript ?? ""),
    ];

    static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
