using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Ideas.Spread;

/// <summary>The measures of a drawing, in its own units.</summary>
/// <param name="Column">From one generation to the next.</param>
/// <param name="Row">From one leaf to the next.</param>
/// <param name="Letters">How many letters of a name or line fit a column.</param>
sealed record SpreadSize(double Column, double Row, int Letters)
{
    public static readonly SpreadSize Wide = new(280, 104, 30);
    public static readonly SpreadSize Narrow = new(196, 96, 20);
}

/// <summary>
/// The spread tree as a picture: the idea on the left, a column for each generation, a line from each to whom they
/// taught, dotted where it was given up. An outline beside it says the same in words.
/// </summary>
sealed class SpreadDrawing(SpreadWords words, SpreadSize size)
{
    /// <summary>More would be neither read nor loaded; the outline and the files hold all.</summary>
    public const int Most = 250;

    const double Head = 46, Left = 20, Dot = 9;

    static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    readonly StringBuilder _links = new(), _dots = new(), _says = new();
    readonly Dictionary<SpreadTree.Node, double> _heights = [];

    /// <param name="title">Names the picture.</param>
    /// <param name="says">Describes it, and says that a list follows.</param>
    public string Draw(SpreadTree tree, string ideaTitle, EvidenceStanding standing, string title, string says, string id)
    {
        var shown = tree.All.Take(Most).ToHashSet();
        var rows = Place(tree, shown);
        var roots = tree.Roots.Where(shown.Contains).ToList();
        var y = roots.Count == 0 ? Head + size.Row / 2 : (_heights[roots[0]] + _heights[roots[^1]]) / 2;
        Point(0, y, standing, stopped: false);
        Say(0, y, ideaTitle, []);
        foreach (var node in tree.All.Where(shown.Contains))
        {
            var at = _heights[node];
            Link(node.Generation, node.From is { } from ? _heights[from] : y, at, node.HasStopped);
            Point(node.Generation, at, node.Standing, node.HasStopped);
            Say(node.Generation, at, words.Who(node), node.IsAnonymous ? [words.WhatHappened(node)] : [node.Adaptation.Plan.WhatWeChange, words.WhatHappened(node)]);
        }
        var generations = shown.Count == 0 ? 0 : shown.Max(n => n.Generation);
        var (width, height) = (Left + (generations + 1) * size.Column, Head + Math.Max(1, rows) * size.Row + 8);
        for (var column = 0; column <= generations; column++)
            Text(X(column) - 8, 22, null, words.Column(column));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg class="tree" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{Html.Encode(title)}</title><desc id="{id}-d">{Html.Encode(says)}</desc><path class="t-axis" d="M0 34H{width}"/>{_links}{_dots}{_says}</svg>
            """);
    }

    /// <summary>Leaves take a row each, from top to bottom; whoever taught stands in the middle of who learned.</summary>
    /// <returns>How many rows there are.</returns>
    int Place(SpreadTree tree, HashSet<SpreadTree.Node> shown)
    {
        var rows = 0;
        // Backwards through the outline every node comes after all that learned from it.
        var leaves = tree.All.Where(n => shown.Contains(n) && !n.Children.Any(shown.Contains)).ToList();
        foreach (var leaf in leaves)
            _heights[leaf] = Head + 30 + rows++ * size.Row;
        foreach (var node in tree.All.Where(shown.Contains).Reverse())
            if (!_heights.ContainsKey(node))
            {
                var learned = node.Children.Where(shown.Contains).Select(n => _heights[n]).ToList();
                _heights[node] = (learned[0] + learned[^1]) / 2;
            }
        return rows;
    }

    void Link(int generation, double from, double to, bool stopped)
    {
        var (start, end) = (X(generation - 1) + Dot + 3, X(generation) - Dot - 3);
        // Straight below the words of who taught, then over to who learned.
        var bend = Math.Min(64, size.Column / 4);
        _links.Append(CultureInfo.InvariantCulture, $"""<path class="t-link{(stopped ? " t-stop" : "")}" d="M{Put(start)} {Put(from)}H{Put(end - bend)}C{Put(end - bend / 4)} {Put(from)} {Put(end - bend)} {Put(to)} {Put(end)} {Put(to)}"/>""");
    }

    void Point(int generation, double y, EvidenceStanding standing, bool stopped)
    {
        var x = X(generation);
        if (stopped)
            _dots.Append(CultureInfo.InvariantCulture, $"""<circle class="dot-ring" cx="{Put(x)}" cy="{Put(y)}" r="{Dot}"/><path class="t-cross" d="M{Put(x - 4)} {Put(y - 4)}l8 8m0-8l-8 8"/>""");
        else
            _dots.Append(BrightSpot.At(standing, x, y, Dot));
    }

    void Say(int generation, double y, string name, IEnumerable<string> lines)
    {
        var (x, at) = (X(generation) - 8, y + 32);
        Text(x, at, "t-who", Short(name));
        foreach (var line in lines.Where(line => line.Length > 0))
            Text(x, at += 19, null, Short(line));
    }

    void Text(double x, double y, string? style, string text) => _says
        .Append(CultureInfo.InvariantCulture, $"""<text x="{Put(x)}" y="{Put(y)}"{(style is null ? "" : $" class=\"{style}\"")}>""").Append(Html.Encode(text)).Append("</text>");

    string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= size.Letters)
            return line;
        var cut = line.LastIndexOf(' ', size.Letters - 1);
        var end = cut > size.Letters / 2 ? cut : size.Letters - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd(',', ';', ':', '.') + "…";
    }

    double X(int generation) => Left + Dot + generation * size.Column;

    static string Put(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
