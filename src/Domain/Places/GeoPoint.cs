namespace HealthDoers.Domain.Places;

/// <summary>A point on the Earth, to about a metre.</summary>
/// <param name="Latitude">Degrees, -90 to 90.</param>
/// <param name="Longitude">Degrees, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    const double EarthRadiusKm = 6371.0088; // mean radius, IUGG
    const int Decimals = 5;

    /// <summary>False when there is no such place: beyond a pole or the date line, or no number.</summary>
    public static bool TryOf(double latitude, double longitude, out GeoPoint point)
    {
        var exists = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        point = exists ? new(Math.Round(latitude, Decimals), Math.Round(longitude, Decimals)) : default;
        return exists;
    }

    /// <summary>Along a great circle (haversine), in kilometres.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (phi1, phi2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dPhi, dLambda) = (phi2 - phi1, double.DegreesToRadians(other.Longitude - Longitude));
        var chord = Square(Math.Sin(dPhi / 2)) + Math.Cos(phi1) * Math.Cos(phi2) * Square(Math.Sin(dLambda / 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    static double Square(double value) => value * value;
}
