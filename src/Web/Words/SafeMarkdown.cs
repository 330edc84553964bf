using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HealthDoers.Domain.Words;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace HealthDoers.Web.Words;

/// <summary>
/// Members' Markdown as HTML that is safe to show: no raw HTML, no pictures of other hosts, no address but http, https, mailto and
/// our own, no heading above the third level. Text too tangled to read in bounded time is shown as it was typed.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>Longer text is shown as typed. Forms refuse it before.</summary>
    public const int MaxLength = 120_000;

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly MarkdownPipeline Prose = Build(new());
    static readonly RecentTexts<(string Text, bool KeepBreaks)> Shown = new(4 << 20);
    static readonly MarkdownPipeline Talk = Build(new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak());

    /// <param name="keepBreaks">Shows every typed line break, as people expect in messages and comments.</param>
    public static string ToHtml(string? text, bool keepBreaks = false) =>
        string.IsNullOrEmpty(text) ? "" : Shown.GetOrMake((text, keepBreaks), Render);

    /// <summary>The words alone, for search, mail and feeds.</summary>
    public static string ToPlainText(string? text) =>
        Try(text, known => Markdown.ToPlainText(known, Prose), known => known).Trim();

    /// <summary>The beginning as one line of at most <paramref name="length"/> characters, cut at a word and marked with an ellipsis.</summary>
    public static string Excerpt(string? text, int length)
    {
        // Enough to fill the line; lists should not read whole stories.
        var read = Math.Min(text?.Length ?? 0, 8 * length + 2000);
        if (read > 0 && char.IsHighSurrogate(text![read - 1]))
            read--;
        // Without what turns the direction: it would turn the rest of the line that this stands in.
        var line = CleanText.Line(ToPlainText(text?[..read]));
        if (line.Length <= length)
            return line;
        var cut = 0;
        while (cut + StringInfo.GetNextTextElementLength(line.AsSpan(cut)) is var next && next < length)
            cut = next;
        var word = line[cut] == ' ' ? cut : line.LastIndexOf(' ', cut);
        return line[..(word > cut / 2 ? word : cut)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    static string Render((string Text, bool KeepBreaks) asked) =>
        Try(asked.Text, known => Markdown.ToHtml(known, asked.KeepBreaks ? Talk : Prose), AsTyped);

    static MarkdownPipeline Build(MarkdownPipelineBuilder builder) =>
        builder.DisableHtml().UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .Use<SafeOutput>().Build();

    static string Try(string? text, Func<string, string> render, Func<string, string> otherwise)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        if (text.Length > MaxLength || Tangle.IsIn(text))
            return otherwise(text);
        try
        {
            return render(text);
        }
        catch (ArgumentException)
        {
            // Markdig's only word for "nested deeper than MaximumNestingDepth".
            return otherwise(text);
        }
    }

    static string AsTyped(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            html.Append("<p>").Append(Html.Encode(paragraph).Replace("&#xA;", "<br />\n", StringComparison.Ordinal)).Append("</p>\n");
        return html.ToString();
    }
}
