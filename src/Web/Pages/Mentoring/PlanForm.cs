using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What two people would promise each other, as typed.</summary>
[ValidateNever]
public sealed class PlanForm
{
    [Required, StringLength(PactPlan.GoalLimit)]
    public string? Goal { get; set; }

    [Required]
    public string? Rhythm { get; set; } = nameof(MentoringRhythm.Fortnightly);

    [Required]
    public string? EndsOn { get; set; }

    [Required]
    public string? Confidence { get; set; } = nameof(Domain.Mentoring.Confidence.StaysHere);

    [StringLength(MentoringRequest.WordsLimit)]
    public string? Words { get; set; }

    public static IEnumerable<SelectListItem> Rhythms(IStringLocalizer<MentoringText> text) => Enum.GetNames<MentoringRhythm>().Select(n => new SelectListItem(text[$"Rhythm{n}"], n));

    public static IEnumerable<SelectListItem> Confidences(IStringLocalizer<MentoringText> text) => Enum.GetNames<Confidence>().Select(n => new SelectListItem(text[$"Confidence{n}"], n));

    public static PlanForm From(PactPlan plan) => new()
    {
        Goal = plan.Goal,
        Rhythm = plan.Rhythm.ToString(),
        EndsOn = plan.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Confidence = plan.Confidence.ToString(),
    };

    /// <summary>What is wrong goes into <paramref name="faults"/>.</summary>
    public PactPlan Read(DateOnly today, ModelStateDictionary faults, IStringLocalizer<MentoringText> text)
    {
        var goal = CleanText.Line(Goal);
        if (goal.Length == 0)
            faults.AddModelError("Input.Goal", text["GiveGoal"]);
        else if (goal.Length > PactPlan.GoalLimit)
            faults.AddModelError("Input.Goal", text["TooLong", PactPlan.GoalLimit]);
        if (WishForm.Named<MentoringRhythm>(Rhythm) is null)
            faults.AddModelError("Input.Rhythm", text["ChooseRhythm"]);
        if (WishForm.Named<Confidence>(Confidence) is null)
            faults.AddModelError("Input.Confidence", text["ChooseConfidence"]);
        var ends = Days.Read(EndsOn);
        if (ends is null)
            faults.AddModelError("Input.EndsOn", text["DateWrong"]);
        else if (ends <= today)
            faults.AddModelError("Input.EndsOn", text["DatePast"]);
        else if (ends > today.AddMonths(PactPlan.LongestMonths))
            faults.AddModelError("Input.EndsOn", text["DateFar"]);
        if (CleanText.Lines(Words).Length > MentoringRequest.WordsLimit)
            faults.AddModelError("Input.Words", text["TooLong", MentoringRequest.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        return faults.IsValid
            ? new() { Goal = goal, Rhythm = WishForm.Named<MentoringRhythm>(Rhythm)!.Value, EndsOn = ends!.Value, Confidence = WishForm.Named<Confidence>(Confidence)!.Value }
            : new();
    }
}

static class Days
{
    /// <summary>As a browser sends a day, or as people write it in the language of the page; null for anything else.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || DateOnly.TryParse(typed, CultureInfo.CurrentCulture, out day) ? day : null;

    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
