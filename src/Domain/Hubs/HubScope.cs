namespace HealthDoers.Domain.Hubs;

/// <summary>What belongs to a hub by itself.</summary>
/// <param name="Topics">Slugs of topics.</param>
/// <param name="Regions">
/// Names of places in lower case, such as "minnesota" or "virginia, united states". A place lies in a region when its
/// name is that name or ends in it after a comma, so "Richmond, Virginia" does and "Charleston, West Virginia" does not.
/// </param>
public sealed record HubScope(List<string> Topics, List<string> Regions)
{
    public const int RegionLimit = 120;
    public const int MostRegions = 20;

    /// <param name="place">As somebody wrote it, such as "Saint Paul, Minnesota".</param>
    public bool Covers(string? place)
    {
        var name = Spelled(place);
        return Regions.Any(region => name == region || name.EndsWith(", " + region, StringComparison.Ordinal));
    }

    /// <summary>A place as names of regions are written: lower case, with one space after each comma.</summary>
    public static string Spelled(string? place) =>
        string.Join(", ", (place ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
