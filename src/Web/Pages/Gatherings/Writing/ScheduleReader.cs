using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Time;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

/// <summary>Reads when a gathering is, and how it repeats.</summary>
/// <param name="takesBegun">A series may have begun already.</param>
sealed class ScheduleReader(DateTimeOffset now, Schedule? before, bool takesBegun, Action<string, string, object[]> refuse)
{
    static readonly string[] Clocks = ["HH:mm", "H:mm", "HH:mm:ss", "h:mm tt", "h:mmtt", "h tt", "htt"];

    DateOnly LastDay => DateOnly.FromDateTime(now.UtcDateTime).AddYears(Schedule.MostYearsAhead);

    public Schedule? Read(GatheringForm form)
    {
        var zone = form.Zone?.Trim() ?? "";
        var isZone = Zones.Knows(zone);
        if (!isZone)
            Refuse(nameof(form.Zone), zone.Length == 0 ? "ZoneMissing" : "ZoneWrong");
        var day = Day(form.Date, nameof(form.Date), "DateWrong");
        var starts = Clock(form.Starts, nameof(form.Starts));
        var ends = Clock(form.Ends, nameof(form.Ends));
        var endDay = string.IsNullOrWhiteSpace(form.EndDate) ? day : Day(form.EndDate, nameof(form.EndDate), "DateWrong");
        if (!isZone || day is null || starts is null || ends is null || endDay is null)
            return null;
        var start = day.Value.ToDateTime(starts.Value);
        var minutes = (int)(endDay.Value.ToDateTime(ends.Value) - start).TotalMinutes;
        if (minutes <= 0)
            Refuse(nameof(form.Ends), "EndsBeforeStart");
        else if (minutes > Schedule.Longest)
            Refuse(nameof(form.EndDate), "TooManyDays", Schedule.Longest / (24 * 60));
        var repeats = Repeats(form, day.Value);
        if (Zones.Skips(zone, start))
            Refuse(nameof(form.Starts), "TimeSkipped");
        else if (before?.Start != start && !(takesBegun && repeats is not null) && Zones.ClockOf(zone)(start) <= now)
            Refuse(nameof(form.Date), "DatePast");
        return minutes is > 0 and <= Schedule.Longest ? new(start, zone, minutes) { Repeats = repeats } : null;
    }

    Recurrence? Repeats(GatheringForm form, DateOnly first)
    {
        Recurrence? repeats = form.Repeats switch
        {
            "Weekly" => new() { Days = Days(form) },
            "Fortnightly" => new() { Every = 2, Days = Days(form) },
            "Monthly" => new() { Rhythm = Rhythm.Monthly },
            _ => null,
        };
        return (repeats, form.RepeatEnds) switch
        {
            (null, _) => null,
            (_, "Times") => repeats with { Times = Times(form) },
            (_, "Until") => repeats with { Until = Until(form, first) },
            _ => repeats,
        };
    }

    int? Times(GatheringForm form)
    {
        if (int.TryParse(form.Times?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 2 and <= Recurrence.MostTimes)
            return times;
        Refuse(nameof(form.Times), "TimesWrong", Recurrence.MostTimes);
        return null;
    }

    DateOnly? Until(GatheringForm form, DateOnly first)
    {
        if (Day(form.Until, nameof(form.Until), "UntilWrong") is not { } last)
            return null;
        if (last >= first)
            return last;
        Refuse(nameof(form.Until), "UntilBeforeFirst");
        return null;
    }

    static List<DayOfWeek> Days(GatheringForm form) =>
        [.. form.Days.Select(d => Enum.GetNames<DayOfWeek>().FirstOrDefault(n => n == d)).OfType<string>().Select(Enum.Parse<DayOfWeek>).Distinct().Order()];

    DateOnly? Day(string? typed, string field, string wrong)
    {
        // A browser sends the first form; a person without a date field types the way they are used to.
        if (!DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && !DateOnly.TryParse(typed, CultureInfo.CurrentCulture, out day))
            Refuse(field, wrong);
        else if (day > LastDay)
            Refuse(field, "DateFar", Schedule.MostYearsAhead);
        else
            return day;
        return null;
    }

    TimeOnly? Clock(string? typed, string field)
    {
        if (TimeOnly.TryParseExact(typed?.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new(time.Hour, time.Minute);
        Refuse(field, "TimeWrong");
        return null;
    }

    void Refuse(string field, string says, params object[] with) => refuse(field, says, with);
}
