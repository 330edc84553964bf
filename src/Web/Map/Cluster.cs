using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Map;

/// <summary>Markers that are too close to be told apart at a zoom; one alone is itself.</summary>
/// <param name="Only">The marker, when it is alone.</param>
/// <param name="Around">What it reaches over.</param>
sealed record Cluster(int Count, GeoPoint Point, Edges Around, int[] Layers, Marker? Only)
{
    /// <summary>How close two markers may come, in pixels: about what a finger covers.</summary>
    public const int Radius = 40;

    public int CountOf(MapLayer layer) => Layers[(int)layer];

    /// <summary>The zoom at which it comes apart; the highest one when all of it is at one point.</summary>
    public int ExpansionZoom(int zoom)
    {
        var next = Math.Min(zoom + 1, MapQuestion.HighestZoom);
        while (next < MapQuestion.HighestZoom && Mercator.Pixels(Around.Reach, next) <= Radius)
            next++;
        return next;
    }
}
