using HealthDoers.Domain.Map;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;

namespace HealthDoers.Web.Pages.Map;

/// <summary>
/// The sign of a marker, the same in the list and on the map. What has evidence shows it by the bright spot; everything
/// else has a plain shape of its layer and never glows.
/// </summary>
static class MarkerSign
{
    public static readonly (string Id, string Drawing)[] All =
    [
        .. Enum.GetValues<MapLayer>().Select(layer => (IdOf(layer, null), Draw(layer, null))),
        .. Enum.GetValues<EvidenceStanding>().Select(standing => (IdOf(MapLayer.BrightSpot, standing), Draw(MapLayer.BrightSpot, standing))),
    ];

    public static string IdOf(Marker marker) => IdOf(marker.Layer, marker.Standing);

    /// <summary>As an icon beside words.</summary>
    public static string Icon(Marker marker) => Icon(marker.Layer, marker.Standing);

    public static string Icon(MapLayer layer, EvidenceStanding? standing = null) =>
        $"""<svg class="dot" viewBox="0 0 24 24" aria-hidden="true">{Draw(layer, standing)}</svg>""";

    /// <summary>Around the middle of a square of 24.</summary>
    public static string Draw(MapLayer layer, EvidenceStanding? standing) => standing is { } shown ? BrightSpot.At(shown, 12, 12, 7) : layer switch
    {
        MapLayer.Community => """<rect class="sign" x="5" y="5" width="14" height="14" rx="2"/>""",
        MapLayer.Initiative => """<path class="sign" d="M12 4 20.5 19h-17Z"/>""",
        MapLayer.Hub => """<path class="sign" d="M12 3l9 9-9 9-9-9Z"/>""",
        MapLayer.ChangeAgent => """<circle class="sign" cx="12" cy="12" r="6"/>""",
        MapLayer.SiteVisitHost => """<path class="sign" d="M4 20v-9l8-7 8 7v9Z"/>""",
        _ => BrightSpot.At(EvidenceStanding.Idea, 12, 12, 7),
    };

    static string IdOf(MapLayer layer, EvidenceStanding? standing) =>
        standing is null ? "sign-" + MapAddress.Of(layer) : "sign-" + char.ToLowerInvariant(standing.ToString()![0]) + standing.ToString()![1..];
}
