using System.Globalization;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Map;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Map;

/// <summary>A question to the map as an address says it: bbox, zoom, layers, topic, hub, programme and q, any of them.</summary>
static class MapAddress
{
    const int MostValues = 20;
    const int LongestValue = 100;

    static readonly Dictionary<string, MapLayer> LayerNames = Enum.GetValues<MapLayer>()
        .SelectMany(layer => new[] { (Name: Of(layer), layer), (Name: Plural(layer), layer) })
        .ToDictionary(l => l.Name, l => l.layer, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a layer in addresses and answers: <c>brightSpot</c>.</summary>
    public static string Of(MapLayer layer) => char.ToLowerInvariant(layer.ToString()[0]) + layer.ToString()[1..];

    /// <param name="wrong">Field and reason of what could not be read; the question leaves it out.</param>
    public static MapQuestion Read(MapParameters asked, bool member, out IReadOnlyList<(string Field, string Reason)> wrong)
    {
        var refused = new List<(string, string)>();
        if (!MapBox.TryRead(asked.Bbox, out var box))
            refused.Add(("bbox", "BoxWrong"));
        if (!TryReadZoom(asked.Zoom, box, out var zoom))
            refused.Add(("zoom", "ZoomWrong"));
        var layers = new List<MapLayer>();
        foreach (var name in Values(asked.Layers))
        {
            if (!LayerNames.TryGetValue(name, out var layer))
                refused.Add(("layers", "LayerWrong"));
            else if (!layers.Contains(layer))
                layers.Add(layer);
        }
        wrong = refused;
        var words = CleanText.Line(asked.Q);
        return new()
        {
            Box = box,
            Zoom = zoom,
            Layers = layers,
            Topics = Values(asked.Topic),
            Hubs = Values(asked.Hub),
            Programmes = Values(asked.Programme),
            Words = words.Length > MapQuestion.LongestWords ? words[..MapQuestion.LongestWords] : words,
            Member = member,
        };
    }

    public static string Url(this MapQuestion asked, string path = "/map", params (string Name, string? Value)[] also) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[]
        {
            ("bbox", asked.Box == MapBox.World ? null : asked.Box.ToString()),
            ("zoom", asked.Box == MapBox.World ? null : asked.Zoom.ToString(CultureInfo.InvariantCulture)),
            ("layers", string.Join(',', asked.Layers.Select(Of))),
            ("topic", string.Join(',', asked.Topics)),
            ("hub", string.Join(',', asked.Hubs)),
            ("programme", string.Join(',', asked.Programmes)),
            ("q", asked.Words),
        }.Concat(also).Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    static bool TryReadZoom(string? text, MapBox box, out int zoom)
    {
        zoom = ZoomOf(box);
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number))
            return false;
        zoom = (int)Math.Floor(Math.Clamp(number, MapQuestion.LowestZoom, MapQuestion.HighestZoom));
        return true;
    }

    /// <summary>The zoom at which a box fills a screen of some 800 pixels.</summary>
    public static int ZoomOf(MapBox box)
    {
        const double screen = 800;
        var part = Math.Max(box.Width / 360, 1e-9);
        return (int)Math.Clamp(Math.Floor(Math.Log2(screen / (Mercator.TileSize * part))), MapQuestion.LowestZoom, MapQuestion.HighestZoom);
    }

    static string[] Values(string? given) => [.. (given ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(value => value.Length <= LongestValue).Distinct().Take(MostValues)];

    static string Plural(MapLayer layer) => layer == MapLayer.Community ? "communities" : Of(layer) + "s";
}
