using System.Net;
using System.Text;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look.Art;

/// <summary>
/// Collects strokes and hands out one small SVG. Strokes of one kind become one path, which keeps a drawing of
/// hundreds of marks within a few hundred bytes on the wire.
/// </summary>
sealed class Pencil(double width, double height)
{
    readonly StringBuilder ground = new(), thin = new(), line = new(), seed = new(), marks = new(), behind = new();

    public double Width => width;

    public double Height => height;

    /// <summary>The size that marks should have: the same thin hand on a thumbnail and on a wide picture.</summary>
    public bool IsWide => width > 300;

    public double Middle => width / 2;

    public Pencil Thin(FormattableString data) => Add(thin, data);

    public Pencil Line(FormattableString data) => Add(line, data);

    public Pencil Seed(FormattableString data) => Add(seed, data);

    public Pencil Ground(FormattableString data) => Add(ground, data);

    public Pencil Stroke(bool strong, FormattableString data) => strong ? Line(data) : Thin(data);

    public Pencil Circle(bool strong, double x, double y, double radius) =>
        Stroke(strong, $"M{x - radius} {y}a{radius} {radius} 0 1 0 {radius * 2} 0a{radius} {radius} 0 1 0 {-radius * 2} 0");

    public Pencil Speck(double x, double y, double radius) =>
        Seed($"M{x - radius} {y}a{radius} {radius} 0 1 0 {radius * 2} 0a{radius} {radius} 0 1 0 {-radius * 2} 0");

    /// <summary>Two leaves on one stem; <paramref name="size"/> is the height of the larger.</summary>
    public Pencil Seedling(double x, double y, double size) =>
        Seed($"M{x} {y}q{-size * .75} {-size * .15} {-size * .8} {-size * .85}q{size * .75} {size * .05} {size * .8} {size * .85}q0 {-size * .75} {size * .75} {-size}q{size * .1} {size * .8} {-size * .75} {size}Z");

    public Pencil Dot(EvidenceStanding standing, double x, double y, double radius)
    {
        marks.Append(BrightSpot.At(standing, x, y, radius));
        return this;
    }

    /// <summary>A sun that the ground hides from below: the evidence point of a picture with a horizon.</summary>
    public Pencil Rising(EvidenceStanding standing, double x, double y, double radius)
    {
        if (standing != EvidenceStanding.BrightSpot) return Dot(standing, x, y, radius * .5);
        foreach (var (css, times) in new[] { ("a-far", 2.1), ("a-halo", 1.53), ("a-sun", 1.0) })
            behind.Append("<path class=\"").Append(css).Append("\" d=\"").Append(Write($"M{x - radius * times} {y}a{radius * times} {radius * times} 0 0 1 {radius * times * 2} 0Z")).Append("\"/>");
        return this;
    }

    /// <param name="label">What a person who cannot see it should know; without it the drawing is decoration.</param>
    public string Finish(string? label)
    {
        var svg = new StringBuilder(1024).Append(Write($"<svg viewBox=\"0 0 {width} {height}\""));
        if (IsWide) svg.Append(" preserveAspectRatio=\"xMidYMid slice\"");
        svg.Append(label is null ? " aria-hidden=\"true\">" : $" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\">").Append(behind);
        Path(svg, "a-ground", ground);
        Path(svg, "a-thin", thin);
        Path(svg, "a-line", line);
        Path(svg, "a-seed", seed);
        return svg.Append(marks).Append("</svg>").ToString();
    }

    static void Path(StringBuilder svg, string css, StringBuilder data)
    {
        if (data.Length > 0) svg.Append("<path class=\"").Append(css).Append("\" d=\"").Append(data).Append("\"/>");
    }

    Pencil Add(StringBuilder path, FormattableString data)
    {
        path.Append(Write(data));
        return this;
    }

    /// <summary>Numbers with one decimal at most, and none where a pixel is a pixel.</summary>
    string Write(FormattableString data)
    {
        var put = data.GetArguments().Select(argument => (object)(argument switch
        {
            double number when IsWide => BrightSpot.Put(Math.Abs(number) < 40 ? number : Math.Round(number)),
            double number => BrightSpot.Put(number),
            _ => argument!,
        })).ToArray();
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, data.Format, put).Replace(" -", "-", StringComparison.Ordinal);
    }
}
