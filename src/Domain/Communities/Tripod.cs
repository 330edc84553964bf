namespace HealthDoers.Domain.Communities;

/// <summary>The three legs that a team stands on (SCALE overview, 2017).</summary>
public enum TripodLeg
{
    FormalLeader,
    Connector,
    LivedExperience,
}

/// <param name="People">How many, without names.</param>
/// <param name="Roles">What they do, without names.</param>
public sealed record LegCount(TripodLeg Leg, int People, string Roles)
{
    public const int Most = 999;
}

/// <summary>A team as its profile shows it: who stands on each leg, and which leg is missing.</summary>
public static class Tripod
{
    public static readonly IReadOnlyList<TripodLeg> Legs = Enum.GetValues<TripodLeg>();

    /// <summary>The legs on which nobody stands, in their order.</summary>
    public static IReadOnlyList<TripodLeg> Gaps(ListingContent content, IEnumerable<TeamSeat> seats)
    {
        var taken = seats.Where(s => s.IsTaken).Select(s => s.Leg).ToHashSet();
        return [.. Legs.Where(leg => !taken.Contains(leg) && content.Leg(leg).People == 0)];
    }
}
