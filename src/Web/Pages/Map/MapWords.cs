using System.Globalization;
using HealthDoers.Domain.Map;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

/// <summary>What the map says in the reader's language.</summary>
sealed class MapWords(IStringLocalizer<MapText> text, IStringLocalizer<SharedText> shared)
{
    static readonly MapLayer[] Layers = Enum.GetValues<MapLayer>();

    public string Label => text["MapLabel"];

    /// <summary>The word that stands beside a marker's sign.</summary>
    public string SignOf(Marker marker) => marker.Standing is { } standing ? shared[BrightSpot.WordKey(standing)] : text["Layer" + marker.Layer];

    /// <summary>"12 together: 9 communities, 3 bright spots. Zoom in."</summary>
    public string ClusterOf(Cluster cluster) => text["ClusterLabel", cluster.Count, string.Join(", ", Layers.Where(layer => cluster.CountOf(layer) > 0)
        .Select(layer => $"{text["Layers" + layer]} {cluster.CountOf(layer)}"))];

    /// <summary>"950", "12k".</summary>
    public string Short(int count) => count < 1_000 ? count.ToString(CultureInfo.CurrentCulture) : text["Thousands", count / 1_000];
}
