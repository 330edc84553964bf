using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>The words of a letter that was written in HTML alone. What it quotes, as mail programs mark it, is left out.</summary>
static partial class HtmlWords
{
    public static string Read(string html)
    {
        var quoteAt = Quote().Match(html) is { Success: true } quote ? quote.Index : html.Length;
        var words = new StringBuilder();
        foreach (var piece in Pieces().EnumerateMatches(html.AsSpan(0, quoteAt)))
        {
            var text = html.AsSpan(piece.Index, piece.Length);
            if (text[0] != '<')
                words.Append(Space().Replace(text.ToString(), " "));
            else if (Breaks().IsMatch(text))
                words.Append('\n');
        }
        return ManyLines().Replace(WebUtility.HtmlDecode(words.ToString()), "\n\n").Trim();
    }

    /// <summary>Where the letter that is answered begins: Gmail, Apple Mail, Outlook, Yahoo and Thunderbird.</summary>
    [GeneratedRegex("""<(?:blockquote\b|div[^>]*\b(?:class="[^"]*(?:gmail_quote|yahoo_quoted|moz-cite-prefix)|id="(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)))""", RegexOptions.IgnoreCase)]
    private static partial Regex Quote();

    /// <summary>Comments, scripts and styles with what is in them, other tags, and the text between.</summary>
    [GeneratedRegex("""<!--.*?(?:-->|\z)|<(script|style|head|title)\b.*?(?:</\1\s*>|\z)|<[^>]*(?:>|\z)|[^<]+""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Pieces();

    [GeneratedRegex("""^</?(?:br|p|div|li|tr|h[1-6]|ul|ol|table)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("""\s+""")]
    private static partial Regex Space();

    [GeneratedRegex("""[ \t]*\n[ \t]*(?:\n[ \t]*)+""")]
    private static partial Regex ManyLines();
}
