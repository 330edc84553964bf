using System.Globalization;
using System.Net.Mail;
using System.Text;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Mail;

/// <summary>
/// Where the words of a kind of letter are: <c>{Kind}Subject</c>, <c>{Kind}Body</c> (paragraphs parted by empty lines)
/// and <c>{Kind}Button</c> for a paragraph that is <c>{Link}</c> alone, <c>{Kind}EndButton</c> for one that is <c>{End}</c>,
/// <c>{Kind}RulesButton</c> for one that is <c>{Rules}</c>. A paragraph <c>{Parts}</c> holds the lists.
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

    internal const string Quote = "{TheirWords}";
    const string Parts = "{Parts}";
    static readonly (string Paragraph, string Word)[] Links = [("{Link}", "Button"), ("{End}", "EndButton"), ("{Rules}", "RulesButton")];

    readonly Dictionary<string, Type> _kinds = kinds.ToDictionary(k => k.Kind, k => k.Text);

    public OutgoingMail Write(QueuedMail mail, MailAddress to) => Write(mail, to, LetterContent.Of(mail));

    public OutgoingMail Write(QueuedMail mail, MailAddress to, LetterContent content)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(mail.Language);
        try
        {
            var text = texts.Create(_kinds[content.Kind]);
            string[] paragraphs = [.. Above(content), .. text[content.Kind + "Body"].Value.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            var words = Links.ToDictionary(link => link.Paragraph, link => text[content.Kind + link.Word].Value);
            var subject = Fill(text[content.Kind + "Subject"], content.Values);
            return new(to, subject, AsWords(paragraphs, words, content), LetterHtml.Write(mail.Language, subject, paragraphs, words, content), Headers(content.Values));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    internal static string[] QuotedLines(Dictionary<string, string> values) => CleanText.Lines(values.GetValueOrDefault(TheirWords)).Split('\n');

    string[] Above(LetterContent content) => content.Values.ContainsKey(ReplyTo) ? [texts.Create(typeof(InboundText))[ReplyAbove]] : [];

    static Dictionary<string, string>? Headers(Dictionary<string, string> values)
    {
        Dictionary<string, string> headers = [];
        if (values.TryGetValue(OneClickEnd, out var address))
            (headers["List-Unsubscribe"], headers["List-Unsubscribe-Post"]) = ($"<{address}>", "List-Unsubscribe=One-Click");
        if (values.TryGetValue(ReplyTo, out var reply))
            headers["Reply-To"] = reply;
        // Absence notes are for people: without this they would answer, and come in as words of the member.
        if (headers.Count > 0 || values.ContainsKey(TheirWords))
            headers["Auto-Submitted"] = "auto-generated";
        return headers.Count == 0 ? null : headers;
    }

    static string AsWords(string[] paragraphs, Dictionary<string, string> links, LetterContent content) => string.Join("\n\n", paragraphs.Select(p => p switch
    {
        Quote => string.Join('\n', QuotedLines(content.Values).Select(line => "> " + line)),
        Parts => string.Join("\n\n", content.Parts.Select(AsWords)),
        // The first link follows from the words before it; what comes below says where it leads.
        "{Link}" => Fill(p, content.Values),
        _ when links.TryGetValue(p, out var says) => $"{says}: {Fill(p, content.Values)}",
        _ => Fill(p, content.Values),
    })) + "\n";

    static string AsWords(LetterPart part) =>
        $"{CleanText.Line(part.Heading)}\n\n" + string.Join("\n\n", part.Items.Select(i => string.Join("\n  ", new[] { "* " + CleanText.Line(i.Says), CleanText.Line(i.Why), i.Url }.Where(line => line.Length > 0))));

    internal static string Fill(string words, Dictionary<string, string> values)
    {
        var filled = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            // One pass, so that a value that looks like a place for another stays what it is.
            if (words[i] == '{' && words.IndexOf('}', i) is var end and > 0 && values.TryGetValue(words[(i + 1)..end], out var value))
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
