using HealthDoers.Domain.Stories;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Look.Art;

/// <summary>
/// The picture of a story that has no photograph: thin lines on a quiet ground, drawn from its topic, with its own
/// evidence point. The same story always gets the same drawing.
/// </summary>
public static class StoryArt
{
    /// <summary>The most seedlings that are drawn one for one. A larger number has no such picture, and its caption must not say so.</summary>
    public const int MostCounted = 60;

    static readonly Dictionary<string, Action<Pencil, Dice, EvidenceStanding>> artworks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["furrows"] = (pen, _, standing) => Field.Draw(pen, standing, null),
        ["track"] = Artworks.Track,
        ["shapes"] = Artworks.Shapes,
        ["pauses"] = Artworks.Pauses,
        ["bowl"] = Artworks.Bowl,
        ["seeds"] = Artworks.Seeds,
        ["rings"] = Artworks.Rings,
        ["houses"] = Artworks.Houses,
        ["hands"] = Artworks.Hands,
        ["waves"] = Artworks.Waves,
        ["paths"] = Artworks.Paths,
    };

    static readonly string[] names = [.. artworks.Keys];

    static readonly RecentTexts<Picture> drawn = new(4 << 20);

    public static IReadOnlyList<string> Names => names;

    /// <summary>For a row: 120 by 120, decoration only.</summary>
    public static string Thumb(string? artwork, string seed, EvidenceStanding standing) =>
        drawn.GetOrMake(new(IsWide: false, artwork, seed, standing, null, null), Draw);

    /// <summary>For the head of a story: 1200 by 360, of which a phone shows the middle 640.</summary>
    /// <param name="count">A number to draw as that many seedlings, such as 47 jobs.</param>
    public static string Wide(string? artwork, string seed, EvidenceStanding standing, string? label, int? count = null) =>
        drawn.GetOrMake(new(IsWide: true, count is null ? artwork : "furrows", seed, standing, label, count), Draw);

    /// <summary>The field under the sunrise of the home page: furrows that run to a sun which stands above them.</summary>
    public static string FieldBelow(string? label, int? count = null)
    {
        var pen = new Pencil(560, 420);
        Field.DrawBelow(pen, Math.Min(count ?? 40, MostCounted));
        return pen.Finish(label).Replace("xMidYMid", "xMidYMin", StringComparison.Ordinal);
    }

    /// <summary>The sun on the horizon, with one point for each of the standings on four arcs around it.</summary>
    public static string Sunrise(IReadOnlyList<EvidenceStanding> points, string? label) => Art.Sunrise.Draw(points, label);

    static string Draw(Picture picture)
    {
        var pen = picture.IsWide ? new Pencil(1200, 360) : new Pencil(120, 120);
        var dice = new Dice(picture.Seed);
        var fallback = names[dice.Below(names.Length)];
        if (picture.Count is { } seedlings) Field.Draw(pen, picture.Standing, Math.Min(seedlings, MostCounted));
        else (artworks.GetValueOrDefault(picture.Artwork ?? "") ?? artworks[fallback])(pen, dice, picture.Standing);
        return pen.Finish(picture.Label);
    }

    readonly record struct Picture(bool IsWide, string? Artwork, string Seed, EvidenceStanding Standing, string? Label, int? Count);
}
