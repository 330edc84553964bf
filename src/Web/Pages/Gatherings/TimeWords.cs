using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Time;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Puts times and rhythms into the reader's language.</summary>
sealed class TimeWords(IStringLocalizer<GatheringsText> text)
{
    public string Day(DateOnly day) => Upper(day.ToString(text["PatternDay"], CultureInfo.CurrentCulture));

    public string ShortDay(DateOnly day) => day.ToString(text["PatternShortDay"], CultureInfo.CurrentCulture);

    public string Month(DateOnly month) => Upper(month.ToString(text["PatternMonth"], CultureInfo.CurrentCulture));

    public string Clock(DateTime local) => local.ToString(text["PatternClock"], CultureInfo.CurrentCulture);

    /// <summary>"Tuesday, 3 March 2026, 7:00 PM to 8:30 PM".</summary>
    public string Span(DateTime start, DateTimeOffset endsAt, string zone)
    {
        var ends = Zones.LocalOf(endsAt, zone);
        return ends.Date == start.Date
            ? text["SpanOneDay", Day(DateOnly.FromDateTime(start)), Clock(start), Clock(ends)]
            : text["SpanDays", Day(DateOnly.FromDateTime(start)), Clock(start), Day(DateOnly.FromDateTime(ends)), Clock(ends)];
    }

    /// <summary>"Chicago time (UTC−6)".</summary>
    public string Zone(string zone, DateTimeOffset at) =>
        Zones.OffsetOf(zone, at) is var offset && zone.Contains('/', StringComparison.Ordinal) ? text["ZoneAt", Zones.CityOf(zone), offset] : offset;

    /// <summary>The same time by the clock of another zone, in a sentence; null where both clocks show the same.</summary>
    public string? Elsewhere(DateTimeOffset startsAt, DateTimeOffset endsAt, string zone, string there)
    {
        var local = Zones.LocalOf(startsAt, there);
        return local == Zones.LocalOf(startsAt, zone) ? null : text["YourTime", Span(local, endsAt, there), Zones.CityOf(there)].Value;
    }

    public string Repeats(Schedule schedule)
    {
        if (schedule.Repeats is not { } repeats)
            return "";
        var names = CultureInfo.CurrentCulture.DateTimeFormat;
        var days = repeats.Rhythm == Rhythm.Weekly
            ? string.Join(text["And"], repeats.DaysWith(schedule.First).Select(names.GetDayName))
            : text["Nth" + Recurrence.NthOf(schedule.First), names.GetDayName(schedule.First.DayOfWeek)].Value;
        string said = text[repeats.Rhythm + (repeats.Every switch { 1 => "Each", 2 => "Other", _ => "Every" }), days, repeats.Every];
        return repeats switch
        {
            { Times: { } times } => text["RepeatsTimes", said, times],
            { Until: { } last } => text["RepeatsUntil", said, Day(last)],
            _ => said,
        };
    }

    static string Upper(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
