using System.Collections.Frozen;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace HealthDoers.Web.Mail;

/// <summary>
/// Writes a letter as an RFC 5322 file with a text and an HTML part. Parts stay readable (7bit or 8bit) unless a line is too long
/// for that. No value can begin a header of its own.
/// </summary>
public static class Eml
{
    const int LongestLine = 998;
    const int WishedLine = 76;

    static readonly FrozenSet<string> Own = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version");

    /// <param name="messageId">Given when one letter may be written more than once.</param>
    /// <exception cref="ArgumentException">A further header has a name that is no header name or that the letter itself makes.</exception>
    public static byte[] Write(OutgoingMail mail, MailAddress from, DateTimeOffset at, string? messageId = null)
    {
        var boundary = $"=_{Guid.NewGuid():N}";
        var eml = new StringBuilder(mail.Text.Length + mail.Html.Length + 1024);
        Header(eml, "From", Mailbox(from));
        Header(eml, "To", Mailbox(mail.To));
        Header(eml, "Subject", Words(mail.Subject));
        Header(eml, "Date", at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(eml, "Message-ID", OneLine(messageId ?? $"<{Guid.NewGuid():N}@{Host(from)}>"));
        foreach (var (name, value) in mail.Headers ?? FrozenDictionary<string, string>.Empty)
            Header(eml, Further(name), Words(value));
        Header(eml, "MIME-Version", "1.0");
        Header(eml, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        eml.Append("\r\n");
        Part(eml, boundary, "text/plain", mail.Text);
        Part(eml, boundary, "text/html", mail.Html);
        eml.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.UTF8.GetBytes(eml.ToString());
    }

    static string Further(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && !Own.Contains(name) && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            ? name : throw new ArgumentException($"'{name}' cannot be a further header.", nameof(name));

    static void Header(StringBuilder eml, string name, string value)
    {
        eml.Append(name).Append(':');
        var used = name.Length + 1;
        foreach (var word in value.Split(' '))
        {
            if (used > name.Length + 1 && word.Length > 0 && used + 1 + word.Length > WishedLine)
            {
                eml.Append("\r\n");
                used = 0;
            }
            eml.Append(' ').Append(word);
            used += 1 + word.Length;
        }
        eml.Append("\r\n");
    }

    static string Mailbox(MailAddress address)
    {
        var spec = $"{OneLine(address.User)}@{Host(address)}";
        var name = OneLine(address.DisplayName);
        if (name.Length == 0)
            return spec;
        return $"{(IsPlain(name) ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Encoded(name))} <{spec}>";
    }

    static string Host(MailAddress address)
    {
        try
        {
            return new IdnMapping().GetAscii(address.Host);
        }
        catch (ArgumentException)
        {
            return OneLine(address.Host);
        }
    }

    static string Words(string value) => OneLine(value) is var line && IsPlain(line) ? line : Encoded(line);

    static bool IsPlain(string line) =>
        line.All(c => c is >= ' ' and <= '~') && !line.Contains("=?", StringComparison.Ordinal) && line.Split(' ').All(word => word.Length < LongestLine - 100);

    /// <summary>RFC 2047 words of whole characters, short enough to share a line with the name of their header.</summary>
    static string Encoded(string line)
    {
        var words = new List<string>();
        var bytes = new List<byte>(48);
        Span<byte> rune = stackalloc byte[4];
        foreach (var next in line.EnumerateRunes())
        {
            var length = next.EncodeToUtf8(rune);
            if (bytes.Count + length > 36)
                Close();
            bytes.AddRange(rune[..length]);
        }
        Close();
        return string.Join(' ', words);

        void Close()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    /// <summary>A line break or any other control character in a header becomes a space.</summary>
    static string OneLine(string value) =>
        string.Create(value.Length, value, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        }).Trim();

    static void Part(StringBuilder eml, string boundary, string type, string content)
    {
        var lines = content.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n');
        var fits = lines.All(line => Encoding.UTF8.GetByteCount(line) <= LongestLine);
        eml.Append("--").Append(boundary).Append("\r\nContent-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: ")
            .Append(!fits ? "quoted-printable" : lines.All(line => Ascii.IsValid(line)) ? "7bit" : "8bit").Append("\r\n\r\n");
        foreach (var line in lines)
            if (fits)
                eml.Append(line).Append("\r\n");
            else
                QuotedPrintable(eml, line);
    }

    static void QuotedPrintable(StringBuilder eml, string line)
    {
        var used = 0;
        var bytes = Encoding.UTF8.GetBytes(line);
        for (var i = 0; i < bytes.Length; i++)
        {
            var plain = bytes[i] is >= (byte)'!' and <= (byte)'~' and not (byte)'=' || bytes[i] is (byte)' ' && i < bytes.Length - 1;
            if (used + (plain ? 1 : 3) > WishedLine - 1)
            {
                eml.Append("=\r\n");
                used = 0;
            }
            if (plain)
                eml.Append((char)bytes[i]);
            else
                eml.Append('=').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            used += plain ? 1 : 3;
        }
        eml.Append("\r\n");
    }
}
