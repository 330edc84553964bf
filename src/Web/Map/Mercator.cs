using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Map;

/// <summary>Web Mercator, the projection of all web maps: the world as a square from 0 to 1, north up.</summary>
static class Mercator
{
    /// <summary>Where the square ends; what lies beyond is drawn outside of it.</summary>
    public const double NorthEnd = 85.05112878;

    /// <summary>How many pixels wide the world is at zoom 0.</summary>
    public const int TileSize = 256;

    // The poles themselves lie infinitely far away.
    const double FarthestNorth = 89.99;

    public static double X(double longitude) => (longitude + 180) / 360;

    public static double Y(double latitude)
    {
        var phi = double.DegreesToRadians(Math.Clamp(latitude, -FarthestNorth, FarthestNorth));
        return (1 - Math.Asinh(Math.Tan(phi)) / Math.PI) / 2;
    }

    public static GeoPoint Point(double x, double y) =>
        new(double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - 2 * y)))), x * 360 - 180);

    public static double Pixels(double part, int zoom) => part * TileSize * (1 << zoom);
}
