using System.Globalization;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look;

/// <summary>The one mark of the site: a ring, a quarter, a half or a full sun. Only the full one glows.</summary>
public static class BrightSpot
{
    static readonly string[] icons = [.. Enum.GetValues<EvidenceStanding>().Select(standing =>
        $"""<svg class="dot" viewBox="0 0 24 24" aria-hidden="true">{At(standing, 12, 12, 7)}</svg>""")];

    /// <summary>The mark as an icon beside a word or a row.</summary>
    public static string Icon(EvidenceStanding standing) => icons[(int)standing];

    /// <summary>The key of the standing's word in the shared text.</summary>
    public static string WordKey(EvidenceStanding standing) => "Standing" + standing;

    /// <summary>The mark inside a larger drawing.</summary>
    public static string At(EvidenceStanding standing, double x, double y, double radius)
    {
        string circle(string css, double r) => $"""<circle class="{css}" cx="{Put(x)}" cy="{Put(y)}" r="{Put(r)}"/>""";
        if (standing == EvidenceStanding.BrightSpot)
            return circle("dot-far", radius * 1.8) + circle("dot-halo", radius * 1.4) + circle("dot-full", radius);
        var filled = standing switch
        {
            EvidenceStanding.Tested => $"M{Put(x)} {Put(y)}v-{Put(radius)}a{Put(radius)} {Put(radius)} 0 0 1 {Put(radius)} {Put(radius)}Z",
            EvidenceStanding.Emerging => $"M{Put(x)} {Put(y - radius)}a{Put(radius)} {Put(radius)} 0 0 1 0 {Put(radius * 2)}Z",
            _ => null,
        };
        return circle("dot-ring", radius) + (filled is null ? "" : $"""<path class="dot-fill" d="{filled}"/>""" + circle("dot-ring dot-edge", radius));
    }

    internal static string Put(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
