using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Who agreed to what, as typed.</summary>
[ValidateNever]
public sealed class ConsentForm
{
    [Required, StringLength(StoryConsent.WhoLimit)]
    public string? Who { get; set; }

    public string? What { get; set; }

    /// <summary>Content hash of the picture that it is about.</summary>
    public string? Picture { get; set; }

    [Required, DataType(DataType.Date)]
    public string? AgreedOn { get; set; }

    [DataType(DataType.Date)]
    public string? Until { get; set; }

    /// <summary>A day as a browser sends it, from its first moment (UTC).</summary>
    public static DateTimeOffset? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= StoryContent.FirstYear and <= StoryContent.LastYear
            ? new(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;

    /// <summary>The end of the day that is typed as the last one.</summary>
    public static DateTimeOffset? EndOf(string? typed) => Day(typed)?.AddDays(1);

    internal IEnumerable<TypedFault> Faults(StoryContent content, DateTimeOffset now)
    {
        var who = CleanText.Line(Who);
        if (who.Length == 0)
            yield return new(nameof(Who), "WhoMissing");
        if (who.Length > StoryConsent.WhoLimit)
            yield return new(nameof(Who), "TooLong", StoryConsent.WhoLimit, who.Length - StoryConsent.WhoLimit);
        if (Day(AgreedOn) is not { } agreed)
            yield return new(nameof(AgreedOn), "DayUnknown");
        else if (agreed > now)
            yield return new(nameof(AgreedOn), "AgreedLater");
        if (!string.IsNullOrWhiteSpace(Until) && Day(Until) is null)
            yield return new(nameof(Until), "DayUnknown");
        else if (EndOf(Until) <= now)
            yield return new(nameof(Until), "UntilPast");
        if (What is not (nameof(ConsentTo.BeNamed) or nameof(ConsentTo.BePictured)))
            yield return new(nameof(What), "WhatMissing");
        if (!string.IsNullOrEmpty(Picture) && content.Pictures.All(p => p.File != Picture))
            yield return new(nameof(Picture), "PictureGone");
    }
}
