using System.Globalization;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>Where something is by its line in a file: lat and lon, or place in words; precision exact, near (unless given) or region.</summary>
static class LinePlace
{
    /// <returns>The point, with the place of the gazetteer where it was named; null where the line says none that we know.</returns>
    /// <exception cref="BadLineException">The point is none.</exception>
    public static (GeoPoint Point, int? Named)? Read(Fields line, Atlas atlas)
    {
        var (latitude, longitude) = (Degrees(line, "lat"), Degrees(line, "lon"));
        if (latitude is { } north && longitude is { } east)
            return GeoPoint.TryOf(north, east, out var point) ? (point, null) : throw new BadLineException("has a point that is nowhere: latitudes end at 90, longitudes at 180");
        if (line.Text("place") is { Length: > 0 } name && atlas.Find(name, most: 1) is { IsGuess: false, Places: [var place] })
            return (atlas.Gazetteer.PointOf(place), place);
        return null;
    }

    public static Precision PrecisionOf(Fields line) =>
        Enum.TryParse<Precision>(line.Text("precision"), ignoreCase: true, out var precision) && Enum.IsDefined(precision) ? precision : Precision.Near;

    public static double? Degrees(Fields line, string name) => line.Text(name) switch
    {
        null or "" => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) => degrees,
        _ => throw new BadLineException($"has a {name} that is no number"),
    };
}
