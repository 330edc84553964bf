using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Mail;

/// <summary>
/// Where the words of a kind of letter are: <c>{Kind}Subject</c>, <c>{Kind}Body</c> (paragraphs parted by empty lines)
/// and <c>{Kind}Button</c> for a paragraph that is <c>{Link}</c> alone, <c>{Kind}EndButton</c> for one that is <c>{End}</c>.
/// <c>{Name}</c> and the like stand for values.
/// </summary>
sealed record LetterKind(string Kind, Type Text);

/// <summary>Writes what a queued mail says, in its language, as words and as HTML that says the same.</summary>
sealed class Letters(IEnumerable<LetterKind> kinds, IStringLocalizerFactory texts)
{
    /// <summary>A value: the address that ends such letters when a mail program posts to it (RFC 8058).</summary>
    public const string OneClickEnd = "OneClickEnd";

    /// <summary>A value: where an answer to the letter goes. Such letters begin with a line to write above.</summary>
    public const string ReplyTo = "ReplyTo";

    /// <summary>A value that keeps its lines, where it is a paragraph of its own: what the reader wrote themselves.</summary>
    public const string TheirWords = "TheirWords";

    /// <summary>The key of that line in <see cref="InboundText"/>.</summary>
    public const string ReplyAbove = "ReplyAbove";

    const string Quote = "{TheirWords}";
    const string Link = "{Link}";
    const string End = "{End}";
    readonly Dictionary<string, Type> _kinds = kinds.ToDictionary(k => k.Kind, k => k.Text);

    public OutgoingMail Write(QueuedMail mail, MailAddress to)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(mail.Language);
        try
        {
            var text = texts.Create(_kinds[mail.Kind]);
            string[] paragraphs = [.. Above(mail), .. text[mail.Kind + "Body"].Value.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            return new(to, Fill(text[mail.Kind + "Subject"], mail), AsWords(paragraphs, mail), AsHtml(paragraphs, new() { [Link] = text[mail.Kind + "Button"], [End] = text[mail.Kind + "EndButton"] }, mail), Headers(mail));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    string[] Above(QueuedMail mail) => mail.Values.ContainsKey(ReplyTo) ? [texts.Create(typeof(InboundText))[ReplyAbove]] : [];

    static Dictionary<string, string>? Headers(QueuedMail mail)
    {
        Dictionary<string, string> headers = [];
        if (mail.Values.TryGetValue(OneClickEnd, out var address))
            (headers["List-Unsubscribe"], headers["List-Unsubscribe-Post"]) = ($"<{address}>", "List-Unsubscribe=One-Click");
        if (mail.Values.TryGetValue(ReplyTo, out var reply))
            headers["Reply-To"] = reply;
        // Absence notes are for people: without this they would answer, and come in as words of the member.
        if (headers.Count > 0 || mail.Values.ContainsKey(TheirWords))
            headers["Auto-Submitted"] = "auto-generated";
        return headers.Count == 0 ? null : headers;
    }

    static string AsWords(string[] paragraphs, QueuedMail mail) =>
        string.Join("\n\n", paragraphs.Select(p => p == Quote ? string.Join('\n', Lines(mail).Select(line => "> " + line)) : Fill(p, mail))) + "\n";

    static string[] Lines(QueuedMail mail) => CleanText.Lines(mail.Values.GetValueOrDefault(TheirWords)).Split('\n');

    static string AsHtml(string[] paragraphs, Dictionary<string, string> buttons, QueuedMail mail)
    {
        var html = new StringBuilder($"""<!doctype html><html lang="{mail.Language}"><body style="font:17px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">""");
        foreach (var paragraph in paragraphs)
            html.Append(paragraph == Quote ? "<blockquote>" : "<p>").Append(paragraph == Quote ? string.Join("<br>", Lines(mail).Select(WebUtility.HtmlEncode)) : buttons.TryGetValue(paragraph, out var button)
                ? $"""<a href="{WebUtility.HtmlEncode(Fill(paragraph, mail))}">{WebUtility.HtmlEncode(button)}</a>"""
                : WebUtility.HtmlEncode(Fill(paragraph, mail))).Append(paragraph == Quote ? "</blockquote>" : "</p>");
        return html.Append("</body></html>").ToString();
    }

    static string Fill(string words, QueuedMail mail)
    {
        var filled = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            // One pass, so that a value that looks like a place for another stays what it is.
            if (words[i] == '{' && words.IndexOf('}', i) is var end and > 0 && mail.Values.TryGetValue(words[(i + 1)..end], out var value))
            {
                filled.Append(CleanText.Line(value));
                i = end;
            }
            else
                filled.Append(words[i]);
        }
        return filled.ToString();
    }
}
