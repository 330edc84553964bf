using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Gatherings;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Whether somebody comes, what they need, and when they want to be reminded.</summary>
[ValidateNever]
public sealed class RsvpForm
{
    public string? On { get; set; }
    public string? Coming { get; set; }

    [StringLength(Rsvp.NeedsLimit)]
    public string? Needs { get; set; }
    public bool DayBefore { get; set; }
    public bool HourBefore { get; set; }

    /// <summary>For all times to come.</summary>
    public bool Whole { get; set; }

    public Reminders Reminders => (DayBefore ? Reminders.DayBefore : Reminders.None) | (HourBefore ? Reminders.HourBefore : Reminders.None);

    public static RsvpForm Of(Occurrence time, Rsvp? mine, bool whole) => new()
    {
        On = GatheringAddress.Day(time.On),
        Coming = (mine?.Coming ?? Domain.Gatherings.Coming.Yes).ToString(),
        Needs = mine?.Needs,
        DayBefore = mine is null || mine.Reminders.HasFlag(Reminders.DayBefore),
        HourBefore = mine is null || mine.Reminders.HasFlag(Reminders.HourBefore),
        Whole = whole,
    };
}
