using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Places;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

/// <summary>The fields of a gathering as typed: text in every one, so that nothing is lost to a type. <see cref="GatheringReader"/> judges them.</summary>
[ValidateNever]
public sealed class GatheringForm
{
    [Required, StringLength(GatheringContent.TitleLimit)]
    public string? Title { get; set; }

    [StringLength(GatheringContent.WhatLimit)]
    public string? What { get; set; }

    /// <summary>Of the words above.</summary>
    public string? Language { get; set; }
    public string? Format { get; set; } = nameof(GatheringFormat.InPerson);

    public PlaceFields Where { get; set; } = new();

    [StringLength(GatheringContent.LineLimit)]
    public string? Venue { get; set; }

    [StringLength(Gathering.LinkLimit)]
    public string? Link { get; set; }

    [Required]
    public string? Date { get; set; }

    [Required]
    public string? Starts { get; set; }

    [Required]
    public string? Ends { get; set; }

    /// <summary>Where it ends on another day than it began.</summary>
    public string? EndDate { get; set; }

    [Required]
    public string? Zone { get; set; }

    /// <summary>"No", "Weekly", "Fortnightly" or "Monthly".</summary>
    public string? Repeats { get; set; } = "No";

    /// <summary>Names of days of the week.</summary>
    public List<string> Days { get; set; } = [];

    /// <summary>"Never", "Times" or "Until".</summary>
    public string? RepeatEnds { get; set; } = "Never";
    public string? Times { get; set; }
    public string? Until { get; set; }

    public string? Places { get; set; }
    public List<string> Spoken { get; set; } = [];
    public List<string> Access { get; set; } = [];

    [StringLength(GatheringContent.LineLimit)]
    public string? AccessNote { get; set; }

    [StringLength(GatheringContent.LineLimit)]
    public string? Cost { get; set; }
    public List<string> Topics { get; set; } = [];

    /// <summary>Slug of a hub of the host's.</summary>
    public string? Hub { get; set; }

    /// <summary>Slug of a profile that the host looks after.</summary>
    public string? Of { get; set; }

    /// <summary>Slug of a room.</summary>
    public string? Room { get; set; }

    public static GatheringForm From(Gathering gathering)
    {
        var (content, schedule) = (gathering.Content, gathering.Schedule);
        var ends = Zones.LocalOf(Zones.ClockOf(schedule.Zone)(schedule.Start) + schedule.Lasts, schedule.Zone);
        return new()
        {
            Title = content.Title,
            What = content.What,
            Language = content.Language,
            Format = content.Format.ToString(),
            Venue = content.Venue,
            Link = gathering.Link,
            Date = Day(schedule.First),
            Starts = Time(schedule.Start),
            Ends = Time(ends),
            EndDate = ends.Date == schedule.Start.Date ? "" : Day(DateOnly.FromDateTime(ends)),
            Zone = schedule.Zone,
            Repeats = schedule.Repeats switch { null => "No", { Rhythm: Rhythm.Monthly } => "Monthly", { Every: 1 } => "Weekly", _ => "Fortnightly" },
            Days = [.. (schedule.Repeats?.Days ?? []).Select(d => d.ToString())],
            RepeatEnds = schedule.Repeats switch { { Times: not null } => "Times", { Until: not null } => "Until", _ => "Never" },
            Times = schedule.Repeats?.Times?.ToString(CultureInfo.InvariantCulture),
            Until = schedule.Repeats?.Until is { } last ? Day(last) : "",
            Places = content.Places?.ToString(CultureInfo.InvariantCulture),
            Spoken = [.. content.Spoken],
            Access = [.. content.Access.Select(a => a.ToString())],
            AccessNote = content.AccessNote,
            Cost = content.Cost,
            Topics = [.. content.Topics],
        };
    }

    static string Day(DateOnly day) => GatheringAddress.Day(day);

    static string Time(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
