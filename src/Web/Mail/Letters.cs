using System.Globalization;
using System.Net.Mail;
using System.Text;
using HealthDoers.Domain.Words;
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
            var paragraphs = text[content.Kind + "Body"].Value.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var words = Links.ToDictionary(link => link.Paragraph, link => text[content.Kind + link.Word].Value);
            var subject = Fill(text[content.Kind + "Subject"], content.Values);
            return new(to, subject, AsWords(paragraphs, words, content), LetterHtml.Write(mail.Language, subject, paragraphs, words, content), Headers(content.Values));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    static Dictionary<string, string>? Headers(Dictionary<string, string> values) => !values.TryGetValue(OneClickEnd, out var address) ? null : new()
    {
        ["List-Unsubscribe"] = $"<{address}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    static string AsWords(string[] paragraphs, Dictionary<string, string> links, LetterContent content) => string.Join("\n\n", paragraphs.Select(p => p switch
    {
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
