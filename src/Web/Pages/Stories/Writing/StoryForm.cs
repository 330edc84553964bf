using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>
/// What an author types, before anything is judged: text in every field, so that nothing is ever lost to a type.
/// <see cref="WrittenStory"/> makes a story of it. The attributes tell the form what to say; they judge nothing.
/// </summary>
[ValidateNever]
public sealed class StoryForm
{
    const int SummaryFromText = 280;

    [Required, StringLength(StoryContent.TitleLimit)]
    public string? Title { get; set; }

    public string? Kind { get; set; }

    [StringLength(StoryContent.SummaryLimit)]
    public string? Summary { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? Problem { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? ForWhom { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? WhatWeDid { get; set; }

    [Required, StringLength(StoryContent.AnswerLimit)]
    public string? WhatChanged { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? HowWeKnow { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? Advice { get; set; }

    [StringLength(StoryContent.BodyLimit)]
    public string? Body { get; set; }

    [StringLength(StoryContent.LineLimit)]
    public string? Place { get; set; }

    [StringLength(StoryContent.LineLimit)]
    public string? Organisation { get; set; }

    /// <summary>The name of the community, initiative or partner whose story it is.</summary>
    [StringLength(StoryContent.LineLimit)]
    public string? Community { get; set; }

    /// <summary>One a line.</summary>
    public string? Partners { get; set; }

    public string? FromYear { get; set; }
    public string? ToYear { get; set; }

    /// <summary>Slugs or names of topics; anything else becomes a free tag.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>The same, separated by commas.</summary>
    public string? MoreTopics { get; set; }

    public List<string> Skills { get; set; } = [];
    public List<string> Behaviours { get; set; } = [];

    public string? Standing { get; set; }

    [StringLength(StoryContent.ReasonLimit)]
    public string? StandingReason { get; set; }

    public string? VideoUrl { get; set; }

    [StringLength(StoryContent.AnswerLimit)]
    public string? VideoTranscript { get; set; }

    public string? Language { get; set; }

    /// <summary>By content hash of the picture.</summary>
    public Dictionary<string, string?> Descriptions { get; set; } = [];

    /// <summary>Content hashes of pictures, and of the video, to leave out.</summary>
    public List<string> LeftOut { get; set; } = [];

    /// <summary>The summary of a story whose author wrote none.</summary>
    public static string SummaryOf(string whatChanged) => SafeMarkdown.Excerpt(whatChanged, SummaryFromText);

    public static StoryForm Of(StoryContent content, IEnumerable<StandingStep> steps)
    {
        var words = content.Words;
        var standing = steps.OrderBy(s => s.ClaimedAt).LastOrDefault();
        return new()
        {
            Title = words.Title,
            Kind = content.Kind.ToString(),
            // One that was made from the text follows the text.
            Summary = words.Summary == SummaryOf(words.WhatChanged) ? null : words.Summary,
            Problem = words.Problem,
            ForWhom = words.ForWhom,
            WhatWeDid = words.WhatWeDid,
            WhatChanged = words.WhatChanged,
            HowWeKnow = words.HowWeKnow,
            Advice = words.Advice,
            Body = words.Body,
            Place = content.Place?.Name,
            Organisation = content.Organisation,
            Partners = string.Join('\n', content.Partners),
            FromYear = YearText(content.FromYear),
            ToYear = YearText(content.ToYear),
            Topics = [.. content.Topics],
            MoreTopics = string.Join(", ", content.Tags),
            Skills = [.. content.Skills],
            Behaviours = [.. content.Behaviours.Select(b => YearText(b)!)],
            Standing = standing?.Standing.ToString(),
            StandingReason = standing?.Reason,
            VideoUrl = content.Video?.Url,
            VideoTranscript = content.Video?.Transcript,
            Language = content.Language,
            Descriptions = content.Pictures.ToDictionary(p => p.File, p => (string?)p.Description),
        };
    }

    static string? YearText(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
