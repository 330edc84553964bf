using System.Globalization;
using System.Net;
using System.Text;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Pages.Map;

/// <summary>The map as a drawing with links, for every browser; where scripts run, a map that moves takes its place.</summary>
sealed class MapDrawing
{
    public const int Width = 640;
    public const int Height = 420;

    const double SouthOfPeople = -57;
    const double NorthOfPeople = 78;
    const int FinestWorldZoom = 4;
    const double Room = 1.15;
    const int MarkSize = 24;

    readonly MapQuestion _asked;
    readonly double _left, _top, _scale;

    public MapDrawing(MapQuestion asked)
    {
        _asked = asked;
        var box = asked.Box;
        var (south, north) = (Math.Max(box.South, SouthOfPeople), Math.Min(box.North, NorthOfPeople));
        if (south >= north)
            (south, north) = (SouthOfPeople, NorthOfPeople);
        var (top, bottom) = (Mercator.Y(north), Mercator.Y(south));
        var wide = Math.Max(box.Width / 360, 1e-6);
        var high = Math.Max(bottom - top, 1e-6);
        _scale = Math.Min(Width / wide, Height / high) / (box == MapBox.World ? 1 : Room);
        _left = Mercator.X(box.West) + wide / 2 - Width / _scale / 2;
        _top = (top + bottom) / 2 - Height / _scale / 2;
    }

    /// <summary>As web maps count; the drawing need not stop at a whole step.</summary>
    public int Zoom => Math.Clamp((int)Math.Floor(Math.Log2(_scale / Mercator.TileSize)), MapQuestion.LowestZoom, MapQuestion.HighestZoom);

    public string Draw(IReadOnlyList<Cluster> clusters, Assets assets, Atlas atlas, MapWords words)
    {
        var svg = new StringBuilder($"""<svg class="map-drawing" viewBox="0 0 {Width} {Height}" role="group" aria-label="{Text(words.Label)}">""");
        foreach (var name in Outlines.Names.Where(name => Zoom < FinestWorldZoom == (name == Outlines.World)))
            Append(svg, assets[Outlines.File(name)], Outlines.UnitsOf(name), name == Outlines.World);
        foreach (var cluster in clusters)
            Append(svg, cluster, atlas, words);
        return svg.Append("</svg>").ToString();
    }

    void Append(StringBuilder svg, string file, int units, bool isWorld)
    {
        var scale = _scale / units;
        // Behind the date line the world begins again.
        foreach (var around in _left + Width / _scale > 1 ? [0, 1] : _left < 0 ? [-1, 0] : new[] { 0 })
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<g class="outlines" transform="translate({(around - _left) * _scale:0.##} {-_top * _scale:0.##}) scale({scale:0.######})">""");
            foreach (var (part, css) in new[] { ("land", "m-land"), (isWorld ? "land" : "coast", "m-coast"), ("states", "m-state"), ("borders", "m-border") })
                svg.Append(CultureInfo.InvariantCulture, $"""<use href="{file}#{part}" class="{css}"/>""");
            svg.Append("</g>");
        }
    }

    void Append(StringBuilder svg, Cluster cluster, Atlas atlas, MapWords words)
    {
        var x = Mercator.X(cluster.Point.Longitude);
        x = (x < _left && x + 1 <= _left + Width / _scale ? x + 1 - _left : x - _left) * _scale;
        var y = (Mercator.Y(cluster.Point.Latitude) - _top) * _scale;
        if (cluster.Only is { } marker)
        {
            var label = $"{marker.Title}, {atlas.Words(marker.Place, PageFrame.Language)}: {words.SignOf(marker)}";
            svg.Append(CultureInfo.InvariantCulture, $"""<a href="{Text(marker.Url)}" aria-label="{Text(label)}" data-marker="{marker.Id:N}"><circle class="m-focus" cx="{x:0.#}" cy="{y:0.#}" r="14"/><g transform="translate({x - MarkSize / 2:0.#} {y - MarkSize / 2:0.#})">{MarkerSign.Draw(marker.Layer, marker.Standing)}</g></a>""");
            return;
        }
        var radius = 11 + 2 * Math.Log10(cluster.Count);
        var closer = _asked with { Box = BoxAround(cluster), Zoom = cluster.ExpansionZoom(Zoom) };
        svg.Append(CultureInfo.InvariantCulture, $"""<a href="{Text(closer.Url())}" aria-label="{Text(words.ClusterOf(cluster))}"><circle class="m-focus" cx="{x:0.#}" cy="{y:0.#}" r="{radius + 4:0.#}"/><circle class="dot-ring" cx="{x:0.#}" cy="{y:0.#}" r="{radius:0.#}"/><text class="m-count" x="{x:0.#}" y="{y + 5:0.#}" text-anchor="middle">{words.Short(cluster.Count)}</text></a>""");
    }

    /// <summary>A view of the cluster with some room around it.</summary>
    static MapBox BoxAround(Cluster cluster)
    {
        var room = Math.Max(cluster.Around.Reach * 0.2, 40.0 / Mercator.TileSize / (1 << MapQuestion.HighestZoom));
        var from = Mercator.Point(Math.Max(0, cluster.Around.Left - room), Math.Min(1, cluster.Around.Bottom + room));
        var to = Mercator.Point(Math.Min(1, cluster.Around.Right + room), Math.Max(0, cluster.Around.Top - room));
        return new(from.Longitude, from.Latitude, to.Longitude, to.Latitude);
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
