using System.Collections.Concurrent;
using HealthDoers.Domain.Notifications;

namespace HealthDoers.Web.Time;

/// <summary>The clocks on the walls of the zones that people live in.</summary>
static class Clocks
{
    static readonly ConcurrentDictionary<string, WallClock> Known = new(StringComparer.Ordinal);

    /// <summary>UTC where nobody said where they live, or what they said is no zone any more.</summary>
    public static WallClock In(string? zone) => zone is null || !Zones.Knows(zone)
        ? WallClock.Utc
        : Known.GetOrAdd(zone, static name => new(at => Zones.LocalOf(at, name), Zones.ClockOf(name)));
}
