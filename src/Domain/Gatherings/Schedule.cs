using System.Text.Json.Serialization;

namespace HealthDoers.Domain.Gatherings;

/// <summary>
/// When a gathering is, by the clock on the wall: seven in the evening stays seven in the evening through summer and
/// winter. What instant that is, the zone says.
/// </summary>
/// <param name="Start">The first time, in the zone; its kind is unspecified.</param>
/// <param name="Zone">A name of the IANA time zone database.</param>
/// <param name="Minutes">How long it lasts, as time passes: a clock that is changed meanwhile makes it no longer.</param>
public sealed record Schedule(DateTime Start, string Zone, int Minutes)
{
    public const int ZoneLimit = 60;
    public const int Longest = 14 * 24 * 60;

    /// <summary>Plans may reach this far ahead.</summary>
    public const int MostYearsAhead = 5;

    /// <summary>Null: it is once.</summary>
    public Recurrence? Repeats { get; init; }

    [JsonIgnore]
    public DateOnly First => DateOnly.FromDateTime(Start);

    [JsonIgnore]
    public TimeSpan Lasts => TimeSpan.FromMinutes(Minutes);

    public IEnumerable<DateOnly> Days() => Repeats?.From(First) ?? [First];

    /// <summary>The clock on the wall when it begins on one of its days.</summary>
    public DateTime StartOn(DateOnly day) => day.ToDateTime(TimeOnly.FromDateTime(Start));

    public string? Rule(LocalClock clock) =>
        Repeats?.ToRule(First, Repeats.Until is { } last ? clock(last.ToDateTime(new TimeOnly(23, 59, 59))) : null);

    /// <summary>Whether two say the same; records compare their lists by reference.</summary>
    public bool SaysTheSameAs(Schedule other) =>
        (Start, Zone, Minutes, RuleText) == (other.Start, other.Zone, other.Minutes, other.RuleText);

    string? RuleText => Rule(local => new(DateTime.SpecifyKind(local, DateTimeKind.Utc)));
}

/// <summary>The instant at which the clocks of one zone show this time.</summary>
public delegate DateTimeOffset LocalClock(DateTime local);
