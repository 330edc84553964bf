using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Map;

/// <summary>Places that are told in words, with a public point or without one.</summary>
static class NamedPlaces
{
    /// <summary>A town, a region or a country: a town is shown near, and nothing is guessed from a name that many places have.</summary>
    public static async Task<ShownPlace?> ShownAsync(this Atlas atlas, string name, double? latitude, double? longitude, CancellationToken cancellationToken)
    {
        var found = atlas.Find(name, most: 1, guesses: false);
        var known = found is { Places: [var first, ..] } && PlaceName.Fold(name).StartsWith(PlaceName.Fold(atlas.Gazetteer.NameOf(first)), StringComparison.Ordinal)
            ? first : (int?)null;
        GeoPoint? given = latitude is { } north && longitude is { } east && GeoPoint.TryOf(north, east, out var point) ? point : null;
        if (given is null && known is null)
            return null;
        var isRegion = known is { } named && atlas.Gazetteer.KindOf(named) >= PlaceKind.Region;
        var where = given ?? atlas.Gazetteer.PointOf(known!.Value);
        // A point that was given is public with what tells of it; a name alone stands for a neighbourhood.
        var precision = isRegion ? Precision.Region : given is null ? Precision.Near : Precision.Exact;
        return (await atlas.PlaceAsync(where, precision, isRegion ? known : null, cancellationToken)).Shown;
    }
}
