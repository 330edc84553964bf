using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

/// <summary>
/// Towns from south to north. The nearest one to a point lies in the narrow band that is no farther north or south than
/// the best found so far: some hundred comparisons where people live, instead of one for each town of the world.
/// </summary>
sealed class TownsByLatitude
{
    readonly int[] _places;
    readonly double[] _latitudes, _longitudes;

    /// <param name="places">Numbers of the towns.</param>
    /// <param name="unit">Degrees of one step of the coordinates.</param>
    public TownsByLatitude(int[] places, ReadOnlySpan<int> latitudes, ReadOnlySpan<int> longitudes, double unit)
    {
        _places = places;
        _latitudes = new double[places.Length];
        for (var i = 0; i < places.Length; i++)
            _latitudes[i] = latitudes[places[i]] * unit;
        Array.Sort(_latitudes, _places);
        _longitudes = new double[places.Length];
        for (var i = 0; i < places.Length; i++)
            _longitudes[i] = longitudes[_places[i]] * unit;
    }

    public int NearestTo(GeoPoint point)
    {
        var narrowing = Math.Cos(double.DegreesToRadians(point.Latitude));
        var (best, least) = (-1, double.MaxValue);
        var from = Array.BinarySearch(_latitudes, point.Latitude) is var at && at < 0 ? ~at : at;
        for (var north = from; north < _places.Length && Square(_latitudes[north] - point.Latitude) <= least; north++)
            Compare(north);
        for (var south = from - 1; south >= 0 && Square(_latitudes[south] - point.Latitude) <= least; south--)
            Compare(south);
        return best;

        void Compare(int town)
        {
            var east = Math.Abs(_longitudes[town] - point.Longitude);
            var square = Square(_latitudes[town] - point.Latitude) + Square(Math.Min(east, 360 - east) * narrowing);
            // Of two that are as near, the larger one: towns are numbered from the largest on.
            if (square < least || square == least && _places[town] < best)
                (best, least) = (_places[town], square);
        }
    }

    static double Square(double value) => value * value;
}
