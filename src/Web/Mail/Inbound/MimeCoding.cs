using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>What a letter's words were packed into, unpacked as far as it can be; nothing here fails.</summary>
static partial class MimeCoding
{
    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static MimeCoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>In the charset it names; when that is unknown or wrong, as UTF-8, else as Windows does in the west.</summary>
    public static string Words(byte[] bytes, string? charset)
    {
        if (charset is { Length: > 0 } && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) && Known(charset) is { } encoding)
            return encoding.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    public static byte[] FromBase64(ReadOnlySpan<byte> written)
    {
        var kept = new StringBuilder(written.Length);
        foreach (var c in written)
            if (char.IsAsciiLetterOrDigit((char)c) || c is (byte)'+' or (byte)'/')
                kept.Append((char)c);
        if (kept.Length % 4 == 1)
            kept.Length--;
        kept.Append('=', (4 - (kept.Length % 4)) % 4);
        return Convert.FromBase64String(kept.ToString());
    }

    public static byte[] FromQuotedPrintable(ReadOnlySpan<byte> written)
    {
        var bytes = new List<byte>(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '=')
            {
                bytes.Add(written[i]);
                continue;
            }
            var rest = written[(i + 1)..];
            if (rest.StartsWith("\r\n"u8))
                i += 2;
            else if (rest.StartsWith("\n"u8) || rest.Length == 0)
                i += 1;
            else if (rest.Length > 1 && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
                bytes.Add(written[i]);
        }
        return [.. bytes];
    }

    /// <summary>The words of a header, with those of RFC 2047 unpacked.</summary>
    public static string Header(string value) => EncodedWord().Replace(BetweenEncodedWords().Replace(value, "$1"), word =>
    {
        var packed = Encoding.Latin1.GetBytes(word.Groups["text"].Value);
        return Words(word.Groups["how"].Value is "B" or "b" ? FromBase64(packed) : FromQuotedPrintable(Encoding.Latin1.GetBytes(word.Groups["text"].Value.Replace('_', ' '))), word.Groups["charset"].Value);
    });

    static Encoding? Known(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""=\?(?<charset>[^?*\s]+)(?:\*[^?]*)?\?(?<how>[BbQq])\?(?<text>[^?\s]*)\?=""")]
    private static partial Regex EncodedWord();

    [GeneratedRegex("""(\?=)\s+(?==\?)""")]
    private static partial Regex BetweenEncodedWords();
}
