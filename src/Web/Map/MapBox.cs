using System.Globalization;
using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Map;

/// <summary>A view of the world. West lies east of east where it crosses the date line.</summary>
sealed record MapBox(double West, double South, double East, double North)
{
    public static readonly MapBox World = new(-180, -90, 180, 90);

    const int Whole = 360;

    public bool CrossesDateLine => West > East;

    public double Width => CrossesDateLine ? East + Whole - West : East - West;

    public GeoPoint Middle => new((South + North) / 2, Wrap(West + Width / 2));

    /// <summary>"west,south,east,north" in degrees. Longitudes beyond the date line are turned back into the world.</summary>
    public static bool TryRead(string? text, out MapBox box)
    {
        box = World;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var parts = text.Split(',');
        Span<double> numbers = stackalloc double[4];
        if (parts.Length != numbers.Length)
            return false;
        for (var i = 0; i < numbers.Length; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return false;
        var (west, south, east, north) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        if (south > north || south < -90 || north > 90)
            return false;
        box = east - west >= Whole ? World with { South = south, North = north } : new(Wrap(west), south, Wrap(east), north);
        return true;
    }

    /// <summary>As an address says it, to about a metre.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{West:0.#####},{South:0.#####},{East:0.#####},{North:0.#####}");

    public bool Contains(GeoPoint point) => point.Latitude >= South && point.Latitude <= North
        && (CrossesDateLine ? point.Longitude >= West || point.Longitude <= East : point.Longitude >= West && point.Longitude <= East);

    /// <summary>A box that reaches this far from its middle.</summary>
    public static MapBox Around(GeoPoint middle, double kilometres)
    {
        const double kilometresPerDegree = 111.2;
        var north = kilometres / kilometresPerDegree;
        var east = Math.Min(180, north / Math.Max(0.05, Math.Cos(double.DegreesToRadians(middle.Latitude))));
        return east >= 180 ? World : new(Wrap(middle.Longitude - east), Math.Max(-90, middle.Latitude - north), Wrap(middle.Longitude + east), Math.Min(90, middle.Latitude + north));
    }

    /// <summary>The same middle, this many times as wide and high.</summary>
    public MapBox Scaled(double by)
    {
        // The poles pull the middle of the whole world nowhere; people live between these.
        var (south, north) = this == World ? (-57.0, 78.0) : (South, North);
        var (width, high) = (Width * by, (north - south) * by);
        if (width >= Whole)
            return World;
        var middle = Middle with { Latitude = (south + north) / 2 };
        return new(Wrap(middle.Longitude - width / 2), Math.Max(-90, middle.Latitude - high / 2), Wrap(middle.Longitude + width / 2), Math.Min(90, middle.Latitude + high / 2));
    }

    /// <summary>The same size, moved by parts of it.</summary>
    public MapBox Moved(double east, double north)
    {
        var (x, y) = (Width * east, Math.Clamp((North - South) * north, -90 - South, 90 - North));
        return new(Wrap(West + x), South + y, Wrap(East + x), North + y);
    }

    /// <summary>The pieces of it on either side of the date line.</summary>
    public IEnumerable<MapBox> Pieces() => CrossesDateLine ? [this with { East = 180 }, this with { West = -180 }] : [this];

    // What is in the world already stays as it is, to the last digit.
    static double Wrap(double longitude) => longitude is >= -180 and <= 180 ? longitude : longitude - Whole * Math.Floor((longitude + 180) / Whole);
}
