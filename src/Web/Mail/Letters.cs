using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using HealthDoers.Domain.Words;
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
            var paragraphs = text[mail.Kind + "Body"].Value.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return new(to, Fill(text[mail.Kind + "Subject"], mail), AsWords(paragraphs, mail), AsHtml(paragraphs, new() { [Link] = text[mail.Kind + "Button"], [End] = text[mail.Kind + "EndButton"] }, mail), Headers(mail));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    static Dictionary<string, string>? Headers(QueuedMail mail) => !mail.Values.TryGetValue(OneClickEnd, out var address) ? null : new()
    {
        ["List-Unsubscribe"] = $"<{address}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    static string AsWords(string[] paragraphs, QueuedMail mail) =>
        string.Join("\n\n", paragraphs.Select(p => Fill(p, mail))) + "\n";

    static string AsHtml(string[] paragraphs, Dictionary<string, string> buttons, QueuedMail mail)
    {
        var html = new StringBuilder($"""<!doctype html><html lang="{mail.Language}"><body style="font:17px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">""");
        foreach (var paragraph in paragraphs)
            html.Append("<p>").Append(buttons.TryGetValue(paragraph, out var button)
                ? $"""<a href="{WebUtility.HtmlEncode(Fill(paragraph, mail))}">{WebUtility.HtmlEncode(button)}</a>"""
                : WebUtility.HtmlEncode(Fill(paragraph, mail))).Append("</p>");
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
