using System.Globalization;
using System.Text.RegularExpressions;
using HealthDoers.Domain.Places;

namespace HealthDoers.Tests.Web.Map;

/// <summary>True points that nobody may read out of a text, whatever form it has.</summary>
sealed partial class Points
{
    // In steps of a metre.
    readonly ILookup<(int, int), GeoPoint> _secrets;
    readonly HashSet<(int, int)> _shown;

    /// <param name="shown">What may be said: a shown point can lie a metre from a true one by chance.</param>
    public Points(IEnumerable<GeoPoint> secrets, IEnumerable<GeoPoint> shown)
    {
        _secrets = secrets.ToLookup(point => (Metre(point.Latitude), Metre(point.Longitude)));
        _shown = [.. shown.Select(point => (Metre(point.Latitude), Metre(point.Longitude)))];
    }

    /// <summary>A secret that two numbers of the text say, in either order, whole or rounded to some ten metres; null when there is none.</summary>
    public GeoPoint? SaidBy(string text)
    {
        var numbers = Number().Matches(text);
        for (var i = 0; i + 1 < numbers.Count; i++)
            for (var next = i + 1; next < Math.Min(i + 3, numbers.Count); next++)
            {
                var (first, second) = (numbers[i].Value, numbers[next].Value);
                if ((Said(first, second) ?? Said(second, first)) is { } secret)
                    return secret;
            }
        return null;
    }

    GeoPoint? Said(string latitude, string longitude)
    {
        var decimals = Math.Min(Decimals(latitude), Decimals(longitude));
        var (north, east) = (double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));
        if (Math.Abs(north) > 90 || Math.Abs(east) > 180 || _shown.Contains((Metre(north), Metre(east))))
            return null;
        // Said in few decimals, it stands for all points that round to it.
        var reach = decimals >= 5 ? 1 : 5;
        for (var y = Metre(north) - reach; y <= Metre(north) + reach; y++)
            for (var x = Metre(east) - reach; x <= Metre(east) + reach; x++)
                if (_secrets.Contains((y, x)))
                    return _secrets[(y, x)].First();
        return null;
    }

    static int Metre(double degrees) => (int)Math.Round(degrees * 1e5);

    static int Decimals(string number) => number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1;

    [GeneratedRegex(@"-?\d{1,3}\.\d{4,}")]
    private static partial Regex Number();
}
