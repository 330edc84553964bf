using System.Globalization;
using HealthDoers.Web.Time;
using NodaTime;

namespace HealthDoers.Web.Pages.Gatherings.Calendars;

/// <summary>A VTIMEZONE: each change of the clocks in the years that matter, so that no program needs a rule or a table of its own.</summary>
static class ZoneLines
{
    public static void Write(CalendarLines lines, string zone, DateTimeOffset from, DateTimeOffset to)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone);
        Offset? before = null;
        foreach (var interval in Zones.Of(zone).GetZoneIntervals(Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to)))
        {
            var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            lines.Add("BEGIN", kind);
            // Said by the clock as it was before; what holds at first holds from long ago.
            lines.Add("DTSTART", before is { } was ? CalendarLines.Local(interval.Start.WithOffset(was).LocalDateTime.ToDateTimeUnspecified()) : "19700101T000000");
            lines.Add("TZOFFSETFROM", Words(before ?? interval.WallOffset));
            lines.Add("TZOFFSETTO", Words(interval.WallOffset));
            lines.Text("TZNAME", interval.Name);
            lines.Add("END", kind);
            before = interval.WallOffset;
        }
        lines.Add("END", "VTIMEZONE");
    }

    static string Words(Offset offset)
    {
        var time = offset.ToTimeSpan();
        return (time < TimeSpan.Zero ? "-" : "+") + time.Duration().ToString(time.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
    }
}
