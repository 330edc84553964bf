using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Places;
using HealthDoers.Web.Time;
using HealthDoers.Web.Words;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings.Calendars;

/// <summary>Writes gatherings as calendar programs read them (RFC 5545).</summary>
sealed class CalendarWriter(Atlas atlas, TimeProvider clock, IStringLocalizer<GatheringsText> text)
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>The clocks of a series without end are told this far ahead; the calendar is fetched again long before.</summary>
    static readonly TimeSpan ZonesAhead = TimeSpan.FromDays(5 * 366);

    /// <param name="site">The address of this site, which links need in full.</param>
    public byte[] Write(string name, IReadOnlyCollection<CalendarEntry> entries, Uri site, string language)
    {
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//HealthDoers//Gatherings//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        lines.Text("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        lines.Add("X-PUBLISHED-TTL", "PT6H");
        foreach (var zone in entries.Where(e => e.Times.Count > 0).GroupBy(e => e.Gathering.Zone))
        {
            var last = zone.SelectMany(e => e.Times).Max(o => o.EndsAt);
            ZoneLines.Write(lines, zone.Key, zone.SelectMany(e => e.Times).Min(o => o.StartsAt).AddDays(-1),
                zone.Any(e => e.IsSeries) && last < clock.GetUtcNow() + ZonesAhead ? clock.GetUtcNow() + ZonesAhead : last.AddDays(1));
        }
        foreach (var entry in entries)
            Write(lines, entry, site, language);
        lines.Add("END", "VCALENDAR");
        return lines.ToBytes();
    }

    void Write(CalendarLines lines, CalendarEntry entry, Uri site, string language)
    {
        if (!entry.IsSeries)
        {
            foreach (var occurrence in entry.Times)
                WriteOne(lines, entry, occurrence, site, language);
            return;
        }
        var (gathering, schedule) = (entry.Gathering, entry.Gathering.Schedule);
        Begin(lines, entry, gathering.Id.ToString());
        lines.Local("DTSTART", gathering.Zone, schedule.Start);
        lines.Add("RRULE", schedule.Rule(Zones.ClockOf(gathering.Zone))!);
        foreach (var cancelled in entry.Times.Where(o => o.Cancellation is not null).OrderBy(o => o.On))
            lines.Local("EXDATE", gathering.Zone, schedule.StartOn(cancelled.On));
        End(lines, entry, null, site, language);
        foreach (var other in entry.Times.Where(o => o.Cancellation is null && o.Start != schedule.StartOn(o.On)).OrderBy(o => o.On))
        {
            Begin(lines, entry, gathering.Id.ToString());
            lines.Local("RECURRENCE-ID", gathering.Zone, schedule.StartOn(other.On));
            lines.Local("DTSTART", gathering.Zone, other.Start);
            End(lines, entry, other, site, language);
        }
    }

    void WriteOne(CalendarLines lines, CalendarEntry entry, Occurrence occurrence, Uri site, string language)
    {
        Begin(lines, entry, entry.Gathering.IsSeries ? occurrence.Id.ToString() : entry.Gathering.Id.ToString());
        lines.Local("DTSTART", entry.Gathering.Zone, occurrence.Start);
        End(lines, entry, occurrence, site, language);
    }

    static void Begin(CalendarLines lines, CalendarEntry entry, string id)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", id);
        lines.Moment("DTSTAMP", entry.Gathering.ChangedAt);
        lines.Moment("CREATED", entry.Gathering.AnnouncedAt);
        lines.Moment("LAST-MODIFIED", entry.Gathering.ChangedAt);
        lines.Add("SEQUENCE", entry.Gathering.Version.ToString(CultureInfo.InvariantCulture));
    }

    void End(CalendarLines lines, CalendarEntry entry, Occurrence? one, Uri site, string language)
    {
        var (gathering, content) = (entry.Gathering, entry.Gathering.Content);
        var page = new Uri(site, one is null ? GatheringAddress.Of(gathering.Slug) : GatheringAddress.Of(gathering.Slug, one.On)).AbsoluteUri;
        lines.Add("DURATION", string.Create(CultureInfo.InvariantCulture, $"PT{gathering.Schedule.Minutes}M"));
        lines.Text("SUMMARY", content.Title);
        lines.Text("LOCATION", LocationOf(entry, language));
        lines.Text("DESCRIPTION", string.Join("\n\n", new[]
        {
            SafeMarkdown.ToPlainText(content.What),
            entry.Link.Length > 0 ? text["LinkIs", entry.Link].Value : "",
            page,
        }.Where(part => part.Length > 0)));
        lines.Add("URL", page);
        lines.Add("STATUS", gathering.Cancellation is not null || one?.Cancellation is not null ? "CANCELLED" : entry.IsTentative ? "TENTATIVE" : "CONFIRMED");
        lines.Add("END", "VEVENT");
    }

    /// <summary>The house and the town, as everybody may read them.</summary>
    string LocationOf(CalendarEntry entry, string language)
    {
        var gathering = entry.Gathering;
        var parts = gathering.Content.IsInPerson ? new[] { gathering.Content.Venue, gathering.Place is { } place ? atlas.Words(place.Shown, language) : "" } : [];
        return string.Join(", ", parts.Append(entry.Link).Where(part => part.Length > 0));
    }
}

/// <param name="Times">All that are planned, for a whole series; else those that are meant.</param>
/// <param name="IsSeries">Written as one rule with its exceptions.</param>
/// <param name="Link">Of the meeting online, for those who may have it; else empty.</param>
sealed record CalendarEntry(Gathering Gathering, IReadOnlyCollection<Occurrence> Times, bool IsSeries, string Link, bool IsTentative = false);
