using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <param name="Label">A key of <see cref="WritingText"/>, and of the fields of the form where it is one of them.</param>
sealed record StoryPart(string Label, string Text);

/// <summary>One part of a story as it was and as it is.</summary>
sealed record ChangedPart(string Label, string Before, string After);

/// <summary>A story as a list of texts in the reader's language, so that two versions can be laid beside each other.</summary>
sealed class StoryParts(TopicList topicList, SolutionWords solutions, IStringLocalizer<SharedText> shared)
{
    public async Task<IReadOnlyList<ChangedPart>> ChangesAsync(StoryContent before, StoryContent after)
    {
        var topics = await topicList.GetAsync();
        return [.. Of(before, topics).Zip(Of(after, topics), (b, a) => new ChangedPart(b.Label, b.Text, a.Text)).Where(p => p.Before != p.After)];
    }

    IReadOnlyList<StoryPart> Of(StoryContent content, TopicList.Topics topics) =>
    [
        new("Title", content.Words.Title),
        new("Summary", content.Words.Summary),
        new("Kind", shared["Kind" + content.Kind]),
        new("Language", CultureInfo.GetCultureInfo(content.Language).NativeName),
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
        new("Topics", string.Join(", ", [.. content.Topics.Select(t => topics.BySlug.GetValueOrDefault(t)?.In(PageFrame.Language).Name ?? t), .. content.Tags])),
        new("Skills", string.Join(", ", content.Skills.Select(Skill.Find).OfType<Skill>().Select(s => solutions.Of(s, PageFrame.Language).Name))),
        new("Behaviours", string.Join('\n', content.Behaviours.Select(Behaviour.Find).OfType<Behaviour>().Select(b => solutions.Of(b, PageFrame.Language)))),
        new("Pictures", string.Join('\n', content.Pictures.Select(p => p.Description))),
        new("VideoUrl", content.Video?.Url ?? content.Video?.File ?? ""),
        new("VideoTranscript", content.Video?.Transcript ?? ""),
    ];

    static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
