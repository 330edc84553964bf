using System.Globalization;
using HealthDoers.Domain.Gatherings;
using NodaTime;
using NodaTime.TimeZones;

namespace HealthDoers.Web.Time;

/// <summary>
/// The time zones of the world, from the IANA database that comes with NodaTime. A time that a clock skips is as much
/// later as the clock goes forward, and of two that it shows twice the first is meant: RFC 5545 reads them so, too.
/// </summary>
static class Zones
{
    static readonly IDateTimeZoneProvider World = DateTimeZoneProviders.Tzdb;

    /// <summary>Those to choose from: one for each region that keeps its own time.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(l => l.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    static readonly HashSet<string> Known = [.. World.Ids];

    public static bool Knows(string zone) => Known.Contains(zone);

    public static DateTimeZone Of(string zone) => World[zone];

    public static LocalClock ClockOf(string zone)
    {
        var found = Of(zone);
        return local => found.ResolveLocal(LocalDateTime.FromDateTime(local), Resolvers.LenientResolver).ToDateTimeOffset().ToUniversalTime();
    }

    /// <summary>Whether the clocks of the zone skip this time: nobody there will ever see it.</summary>
    public static bool Skips(string zone, DateTime local) => Of(zone).MapLocal(LocalDateTime.FromDateTime(local)).Count == 0;

    public static DateTime LocalOf(DateTimeOffset at, string zone) => Instant.FromDateTimeOffset(at).InZone(Of(zone)).ToDateTimeUnspecified();

    /// <summary>What people call it: the city that the database names it for.</summary>
    public static string CityOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>As it stands in a list to choose from: "America / New York".</summary>
    public static string Spelled(string zone) => zone.Replace('_', ' ').Replace("/", " / ", StringComparison.Ordinal);

    /// <summary>How far it is from UTC at that moment: "UTC−6", "UTC+5:30".</summary>
    public static string OffsetOf(string zone, DateTimeOffset at)
    {
        var offset = Of(zone).GetUtcOffset(Instant.FromDateTimeOffset(at)).ToTimeSpan();
        if (offset == TimeSpan.Zero)
            return "UTC";
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}{minutes}");
    }
}
