using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Time;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>The rules that hold for everything, as the form has them.</summary>
public sealed class RulesForm
{
    public Dictionary<NotificationGroup, Way> Ways { get; set; } = [];
    public DigestRhythm Rhythm { get; set; }
    public DayOfWeek Day { get; set; }
    public int Hour { get; set; }

    /// <summary>The hour, 0 to 23; null for no quiet hours.</summary>
    public int? QuietFrom { get; set; }
    public int? QuietUntil { get; set; }
    public string? Zone { get; set; }

    public static RulesForm Of(NotificationRules rules, string? zone) => new()
    {
        Ways = Enum.GetValues<NotificationGroup>().ToDictionary(group => group, rules.WayOf),
        Rhythm = rules.Digest.Rhythm,
        Day = rules.Digest.Day,
        Hour = rules.Digest.Hour,
        QuietFrom = rules.Quiet?.From.Hour,
        QuietUntil = rules.Quiet?.Until.Hour,
        Zone = zone,
    };

    public bool IsSound => Ways.All(w => Enum.IsDefined(w.Key) && Enum.IsDefined(w.Value)) && Enum.IsDefined(Rhythm) && Enum.IsDefined(Day)
        && IsHour(Hour) && (QuietFrom is null || IsHour(QuietFrom.Value)) && (QuietUntil is null || IsHour(QuietUntil.Value)) && (string.IsNullOrEmpty(Zone) || Zones.Knows(Zone));

    /// <summary>One end without the other, or both the same, are no hours.</summary>
    public bool QuietMakesSense => QuietFrom is null == QuietUntil is null && (QuietFrom is null || QuietFrom != QuietUntil);

    public NotificationRules Onto(NotificationRules rules) => Ways.Aggregate(rules, (so, way) => so.WayOf(way.Key) == way.Value ? so : so.With(way.Key, way.Value)) with
    {
        Digest = new(Rhythm, Hour, Day),
        Quiet = QuietFrom is { } from && QuietUntil is { } until ? new(new(from, 0), new(until, 0)) : null,
    };

    static bool IsHour(int hour) => hour is >= 0 and <= 23;
}
