using System.Globalization;
using System.Text;

namespace HealthDoers.Load.Map;

/// <summary>Points as people live: thick around some hundred towns, thin between; always the same ones.</summary>
static class MadePoints
{
    const int Towns = 400;
    static readonly string[] Kinds = ["community", "initiative", "changeAgent", "siteVisitHost"];
    static readonly string[] Topics = ["food-access", "aging-well", "metrics", "loneliness", "healthy-living"];
    static readonly string[] Things = ["garden", "running group", "school kitchen", "bus line", "reading circle", "walk", "clinic on wheels"];

    public static string GeoJson(int count)
    {
        var dice = new Random(2026);
        var towns = Enumerable.Range(0, Towns).Select(_ => (Latitude: dice.NextDouble() * 110 - 45, Longitude: dice.NextDouble() * 340 - 170)).ToArray();
        var file = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        for (var number = 0; number < count; number++)
        {
            var (latitude, longitude) = towns[(int)(Towns * Math.Pow(dice.NextDouble(), 2))];
            var spread = Math.Pow(10, dice.NextDouble() * 2.5 - 2);
            latitude = Math.Clamp(latitude + (dice.NextDouble() - 0.5) * spread, -80, 80);
            longitude = Math.Clamp(longitude + (dice.NextDouble() - 0.5) * spread, -180, 180);
            file.Append(CultureInfo.InvariantCulture, $$$"""{{{(number > 0 ? "," : "")}}} {"type":"Feature","geometry":{"type":"Point","coordinates":[{{{longitude:0.00000}}},{{{latitude:0.00000}}}]},"properties":{"externalId":"made-{{{number}}}","title":"The {{{Things[dice.Next(Things.Length)]}}} of neighbors, number {{{number}}}","kind":"{{{Kinds[dice.Next(Kinds.Length)]}}}","summary":"Neighbors who meet every week and keep a {{{Things[dice.Next(Things.Length)]}}} going for everybody.","topics":["{{{Topics[dice.Next(Topics.Length)]}}}"],"precision":"exact"}}""").Append('}');
        }
        return file.Append("]}").ToString();
    }

    /// <summary>Boxes of every size at the zoom that a screen would show them at, the world among them.</summary>
    public static List<(double[] Box, int Zoom)> Views(int count)
    {
        var dice = new Random(7);
        var views = new List<(double[], int)> { ([-180, -85, 180, 85], 0), ([-180, -85, 180, 85], 20) };
        while (views.Count < count)
        {
            var zoom = dice.Next(19);
            var (width, height) = (Math.Min(360, 1_100.0 / 256 * 360 / (1 << zoom)), Math.Min(150, 500.0 / 256 * 360 / (1 << zoom)));
            var (west, south) = (dice.NextDouble() * (360 - width) - 180, dice.NextDouble() * (150 - height) - 75);
            views.Add(([west, south, west + width, south + height], zoom));
        }
        return views;
    }
}
