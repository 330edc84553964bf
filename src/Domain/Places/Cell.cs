namespace HealthDoers.Domain.Places;

/// <summary>
/// One square of a fixed division of the world. Each level halves the one before in both directions, so a cell lies
/// wholly inside one cell of every coarser level, and where its edges are depends on nobody's place.
/// </summary>
/// <param name="Level">0 to <see cref="Finest"/>; the sides are 180°/2^level.</param>
/// <param name="Row">From the south pole.</param>
/// <param name="Column">From the date line eastwards.</param>
public readonly record struct Cell(int Level, int Row, int Column)
{
    /// <summary>Sides of 0.022°: 2.4 km from south to north, less from west to east away from the equator.</summary>
    public const int Finest = 13;

    public double Side => 180.0 / (1 << Level);
    public double South => -90 + Row * Side;
    public double West => -180 + Column * Side;

    public static Cell At(GeoPoint point, int level)
    {
        var side = 180.0 / (1 << level);
        return new(level,
            Math.Clamp((int)Math.Floor((point.Latitude + 90) / side), 0, (1 << level) - 1),
            Math.Clamp((int)Math.Floor((point.Longitude + 180) / side), 0, (2 << level) - 1));
    }

    /// <summary>The smallest cell around a point in which at least this many people live.</summary>
    /// <param name="residentsOf">How many people live in a cell; the whole world is the last resort.</param>
    public static Cell Holding(long residents, GeoPoint point, Func<Cell, long> residentsOf)
    {
        for (var level = Finest; level > 0; level--)
            if (At(point, level) is var cell && residentsOf(cell) >= residents)
                return cell;
        return At(point, 0);
    }

    public bool Contains(GeoPoint point) => At(point, Level) == this;

    /// <summary>The point at these fractions of the way from south to north and from west to east.</summary>
    public GeoPoint Within(double northwards, double eastwards) => new(South + northwards * Side, West + eastwards * Side);
}
