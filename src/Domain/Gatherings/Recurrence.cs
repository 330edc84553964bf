using System.Globalization;

namespace HealthDoers.Domain.Gatherings;

/// <summary>How a gathering repeats: the part of RFC 5545's recurrence rules that people say in one sentence.</summary>
public sealed record Recurrence
{
    public const int MostTimes = 500;
    public const int RarestWeeks = 52;
    public const int RarestMonths = 24;

    public Rhythm Rhythm { get; init; }

    /// <summary>Every so many weeks or months; one is each.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Of a weekly one; the day of the first time belongs to them also when it is not named.</summary>
    public List<DayOfWeek> Days { get; init; } = [];

    /// <summary>How many times in all; null when it ends by date or not at all.</summary>
    public int? Times { get; init; }

    /// <summary>The last day on which it may still be.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The days it falls on, the first included; without end where it has none, so take what you need.</summary>
    public IEnumerable<DateOnly> From(DateOnly first)
    {
        var days = (Rhythm == Rhythm.Weekly ? Weekly(first) : Monthly(first)).SkipWhile(day => day < first);
        if (Until is { } last)
            days = days.TakeWhile(day => day <= last);
        return Times is { } times ? days.Take(times) : days;
    }

    /// <summary>The value of an RRULE property.</summary>
    /// <param name="until">The end of the last day, in UTC, as RFC 5545 wants it beside a start in a zone.</param>
    public string ToRule(DateOnly first, DateTimeOffset? until)
    {
        var rule = string.Create(CultureInfo.InvariantCulture, $"FREQ={(Rhythm == Rhythm.Weekly ? "WEEKLY" : "MONTHLY")};INTERVAL={Every}");
        rule += Rhythm == Rhythm.Weekly
            ? $";WKST=MO;BYDAY={string.Join(',', DaysWith(first).Select(Letters))}"
            : string.Create(CultureInfo.InvariantCulture, $";BYDAY={NthOf(first)}{Letters(first.DayOfWeek)}");
        if (Times is { } times)
            rule += string.Create(CultureInfo.InvariantCulture, $";COUNT={times}");
        else if (until is { } end)
            rule += $";UNTIL={end.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        return rule;
    }

    /// <summary>The days of the week it falls on, Monday first.</summary>
    public IReadOnlyList<DayOfWeek> DaysWith(DateOnly first) => [.. Days.Append(first.DayOfWeek).Distinct().OrderBy(FromMonday)];

    /// <summary>Which of its kind a day is in its month: 1 to 4, or -1 for a fifth, which is always the last.</summary>
    public static int NthOf(DateOnly day) => (day.Day - 1) / 7 + 1 is var nth and <= 4 ? nth : -1;

    IEnumerable<DateOnly> Weekly(DateOnly first)
    {
        var days = DaysWith(first);
        var monday = first.DayNumber - FromMonday(first.DayOfWeek);
        for (var week = monday; week + 6 <= DateOnly.MaxValue.DayNumber; week += 7 * Every)
            foreach (var day in days)
                if (week + FromMonday(day) >= 0)
                    yield return DateOnly.FromDayNumber(week + FromMonday(day));
    }

    IEnumerable<DateOnly> Monthly(DateOnly first)
    {
        var nth = NthOf(first);
        for (var month = first.Year * 12 + first.Month - 1; month / 12 <= DateOnly.MaxValue.Year; month += Every)
            yield return Nth(month / 12, month % 12 + 1, nth, first.DayOfWeek);
    }

    static DateOnly Nth(int year, int month, int nth, DayOfWeek day)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((last.DayOfWeek - day + 7) % 7));
        }
        var start = new DateOnly(year, month, 1);
        return start.AddDays((day - start.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    static string Letters(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();
}

public enum Rhythm
{
    Weekly,

    /// <summary>On the same weekday of the month as the first time: the second Tuesday, the last Friday.</summary>
    Monthly,
}
