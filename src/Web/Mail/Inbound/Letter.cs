using System.Net.Mail;
using System.Text.RegularExpressions;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>A letter that came in, with what is asked of it.</summary>
sealed partial class Letter(MimePart whole)
{
    static readonly string[] ToHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc"];
    static readonly string[] Automatic = ["X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Loop", "Feedback-ID"];
    static readonly string[] Bulk = ["bulk", "junk", "list", "auto_reply"];

    /// <summary>Null when it comes from nobody, or from several.</summary>
    public string? From { get; } = whole.All("From").ToList() is [var from] && Mailboxes(from) is [var sender] ? sender : null;

    public IReadOnlyList<string> Recipients { get; } = [.. ToHeaders.SelectMany(whole.All).SelectMany(Mailboxes).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>With its brackets, or null.</summary>
    public string? MessageId => whole["Message-ID"] is { Length: > 0 } id ? id : null;

    /// <summary>Written by a program: an absence note, a list, a report. It is never answered.</summary>
    public bool IsAutomatic => whole["Auto-Submitted"] is { } how && !how.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || whole["Precedence"] is { } precedence && Bulk.Contains(precedence.Trim().ToLowerInvariant())
        || Automatic.Any(name => whole[name] is not null);

    /// <summary>A mail server says that a letter of ours did not arrive; it comes from no sender.</summary>
    public bool IsBounce => whole.Type == "multipart/report" || whole["Return-Path"]?.Trim() == "<>"
        || From?.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What stands in it to be read: its plain text, or else its HTML as words.</summary>
    public string Words
    {
        get
        {
            var leaves = whole.Leaves.Where(p => p.Disposition != "attachment").ToList();
            if (leaves.Find(p => p.Type == "text/plain" && p.Words() is var plain && !string.IsNullOrWhiteSpace(plain)) is { } text)
                return text.Words();
            return leaves.Find(p => p.Type == "text/html") is { } html ? HtmlWords.Read(html.Words()) : "";
        }
    }

    /// <summary>Files that were sent along. Pictures that stand in the text, such as the mark of a firm, are none.</summary>
    public bool HasFiles => whole.Leaves.Any(p => p.Disposition == "attachment" && p.Body.Length > 0 && p.Type is not ("application/pgp-signature" or "application/pkcs7-signature"));

    /// <summary>For a bounce: whether it is for good (5.x.x), and the Message-ID of the letter that it is about.</summary>
    public (bool IsHard, string? About) Report()
    {
        var status = whole.Leaves.Where(p => p.Type == "message/delivery-status").Select(p => StatusOf().Match(p.Words())).FirstOrDefault(m => m.Success);
        var original = whole.Leaves.Where(p => p.Type is "message/rfc822" or "text/rfc822-headers").Select(p => IdOf().Match(p.Words())).FirstOrDefault(m => m.Success);
        return (status?.Groups[1].Value == "5", original?.Groups[1].Value);
    }

    static IReadOnlyList<string> Mailboxes(string header) =>
        [.. Addresses().Matches(Comments().Replace(MimeCoding.Header(header), " ")).Select(m => m.Groups["bare"].Success ? m.Groups["bare"].Value : m.Groups["in"].Value)
            .Where(a => MailAddress.TryCreate(a, out _))];

    [GeneratedRegex("""<(?<in>[^<>\s]+@[^<>\s]+)>|(?:^|,)\s*(?<bare>[^<>\s,"]+@[^<>\s,"]+)\s*(?=,|$)""")]
    private static partial Regex Addresses();

    /// <summary>Names in quotes may hold anything, also what looks like an address.</summary>
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\)")]
    private static partial Regex Comments();

    [GeneratedRegex("""^Status:\s*([245])\.\d{1,3}\.\d{1,3}""", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex StatusOf();

    [GeneratedRegex("""^Message-ID:\s*(<[^<>\s]+>)""", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex IdOf();
}
