using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

/// <summary>
/// Towns from south to north. The nearest one to a point lies in the narrow band that is no farther north or south than
/// the best found so far: some hundred comparisons where people live, instead of one for each town of the world.
/// </summary>
static class TownsByLatitude
{
    const double Unit = Gazetteer.Unit;

    /// <summary>The town nearest to a point, by the length of the way.</summary>
    public static int Nearest(this Gazetteer gazetteer, GeoPoint point)
    {
        var towns = gazetteer.FromTheSouth;
        var (latitude, longitude) = (point.Latitude * Unit, point.Longitude * Unit);
        var narrowing = Math.Cos(double.DegreesToRadians(point.Latitude));
        var (best, least) = (-1, double.MaxValue);
        var from = FirstNorthOf(towns, latitude);
        for (var north = from; north < towns.Length && Square(towns[north].Latitude - latitude) <= least; north++)
            Compare(towns[north]);
        for (var south = from - 1; south >= 0 && Square(towns[south].Latitude - latitude) <= least; south--)
            Compare(towns[south]);
        return best;

        void Compare(TownRow town)
        {
            var east = Math.Abs(town.Longitude - longitude);
            var square = Square(town.Latitude - latitude) + Square(Math.Min(east, 360 * Unit - east) * narrowing);
            // Of two that are as near, the larger one: towns are numbered from the largest on.
            if (square < least || square == least && town.Place < best)
                (best, least) = (town.Place, square);
        }
    }

    static int FirstNorthOf(ReadOnlySpan<TownRow> towns, double latitude)
    {
        var (from, to) = (0, towns.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (towns[middle].Latitude < latitude)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    static double Square(double value) => value * value;
}
