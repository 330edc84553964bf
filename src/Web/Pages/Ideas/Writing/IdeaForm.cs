using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Ideas;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>
/// What somebody types about an idea, before anything is judged. <see cref="IdeaReader"/> makes an idea of it. The
/// attributes tell the form what to say; they judge nothing.
/// </summary>
[ValidateNever]
public sealed class IdeaForm
{
    [Required, StringLength(IdeaContent.TitleLimit)]
    public string? Title { get; set; }

    [StringLength(IdeaContent.SummaryLimit)]
    public string? Summary { get; set; }

    [Required, StringLength(IdeaContent.BodyLimit)]
    public string? Body { get; set; }

    /// <summary>Slugs of <see cref="SourceKind"/>.</summary>
    public List<string> Sources { get; set; } = [];

    // What to look up for each of the four sources, one on a line.
    public string? Research { get; set; }
    public string? BestPractice { get; set; }
    public string? LivedExperience { get; set; }
    public string? OtherCommunity { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? ForWhom { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? Setting { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? People { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? Money { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? Time { get; set; }

    [StringLength(IdeaContent.AnswerLimit)]
    public string? WhatToWatch { get; set; }

    [StringLength(IdeaContent.LineLimit)]
    public string? Place { get; set; }

    /// <summary>Slugs or names of topics; anything else becomes a free tag.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>The same, separated by commas.</summary>
    public string? MoreTopics { get; set; }

    public List<string> Skills { get; set; } = [];

    /// <summary>Addresses of stories that show it, one a line.</summary>
    public string? Stories { get; set; }

    public string? Standing { get; set; }

    [StringLength(IdeaContent.ReasonLimit)]
    public string? StandingReason { get; set; }

    [StringLength(IdeaStep.ReferencesLimit)]
    public string? StandingReferences { get; set; }

    public string? Language { get; set; }

    public string? this[SourceKind kind]
    {
        get => kind switch
        {
            SourceKind.Research => Research,
            SourceKind.BestPractice => BestPractice,
            SourceKind.LivedExperience => LivedExperience,
            _ => OtherCommunity,
        };
        private set => _ = kind switch
        {
            SourceKind.Research => Research = value,
            SourceKind.BestPractice => BestPractice = value,
            SourceKind.LivedExperience => LivedExperience = value,
            _ => OtherCommunity = value,
        };
    }

    public static IdeaForm Of(IdeaContent content, IEnumerable<IdeaStep> steps)
    {
        var (words, step) = (content.Words, steps.OrderBy(s => s.ClaimedAt).LastOrDefault());
        var form = new IdeaForm
        {
            Title = words.Title,
            Summary = words.Summary,
            Body = words.Body,
            ForWhom = words.ForWhom,
            Setting = words.Setting,
            People = words.People,
            Money = words.Money,
            Time = words.Time,
            WhatToWatch = words.WhatToWatch,
            Sources = [.. content.Sources.Select(s => IdeaLabel.SlugOf(s.Kind)).Distinct()],
            Place = content.Place?.Name,
            Topics = [.. content.Topics],
            MoreTopics = string.Join(", ", content.Tags),
            Skills = [.. content.Skills],
            Standing = step?.Standing.ToString(),
            StandingReason = step?.Reason,
            StandingReferences = step?.References,
            Language = content.Language,
        };
        foreach (var kind in content.Sources.GroupBy(s => s.Kind))
            form[kind.Key] = string.Join('\n', kind.Select(SourceLine.Write));
        return form;
    }
}
