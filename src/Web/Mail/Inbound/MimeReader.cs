using System.Text;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// Reads letters as RFC 5322 and 2045 to 2047 write them, and as mail programs really do: bare line feeds, missing ends,
/// headers in UTF-8. What is deeper or wider than people write is not read.
/// </summary>
static class MimeReader
{
    const int MostHeaderBytes = 256 * 1024;
    const int MostHeaders = 1_000;
    const int MostDepth = 10;
    const int MostParts = 200;

    /// <exception cref="InvalidDataException">This is no letter.</exception>
    public static MimePart Read(ReadOnlyMemory<byte> letter)
    {
        var left = MostParts;
        var whole = Part(letter, 0, ref left);
        return whole.Headers.Count == 0 ? throw new InvalidDataException("It has no headers.") : whole;
    }

    static MimePart Part(ReadOnlyMemory<byte> bytes, int depth, ref int left)
    {
        var (headers, body) = Headers(bytes);
        var part = new MimePart(headers, body);
        if (!part.IsMultipart || depth >= MostDepth || part.Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
            return part;
        foreach (var inner in Between(body, Encoding.Latin1.GetBytes("--" + boundary)))
        {
            if (--left < 0)
                throw new InvalidDataException("It has too many parts.");
            part.Parts.Add(Part(inner, depth + 1, ref left));
        }
        return part;
    }

    static (List<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body) Headers(ReadOnlyMemory<byte> bytes)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var at = 0;
        var unfolded = new StringBuilder();
        while (at < bytes.Length)
        {
            var (end, next) = LineAt(bytes.Span, at);
            if (end == at)
            {
                at = next;
                break;
            }
            if (next > MostHeaderBytes || headers.Count > MostHeaders)
                throw new InvalidDataException("Its headers are too long.");
            var words = MimeCoding.Words(bytes[at..end].ToArray(), null);
            if (words[0] is ' ' or '\t' && unfolded.Length > 0)
                unfolded.Append(words);
            else
            {
                Close();
                // A body without an empty line before it, or the "From " of a mailbox file.
                if (words.IndexOf(':') <= 0 && headers.Count > 0)
                    break;
                unfolded.Append(words);
            }
            at = next;
        }
        Close();
        return (headers, bytes[at..]);

        void Close()
        {
            var header = unfolded.ToString();
            unfolded.Clear();
            if (header.IndexOf(':') is var colon and > 0 && header[..colon].All(c => c is > ' ' and < (char)127))
                headers.Add(new(header[..colon], header[(colon + 1)..].Trim()));
        }
    }

    static IEnumerable<ReadOnlyMemory<byte>> Between(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        int? from = null;
        for (var at = 0; at < body.Length;)
        {
            var (end, next) = LineAt(body.Span, at);
            if (body.Span[at..end].StartsWith(boundary))
            {
                // The line break before a boundary belongs to it.
                if (from is { } begun)
                    yield return body[begun..Math.Max(begun, EndBefore(body.Span, at))];
                from = next;
                if (body.Span[(at + boundary.Length)..end].StartsWith("--"u8))
                    yield break;
            }
            at = next;
        }
        if (from is { } open && open < body.Length)
            yield return body[open..];
    }

    static int EndBefore(ReadOnlySpan<byte> bytes, int at) => at switch
    {
        > 1 when bytes[at - 1] == '\n' && bytes[at - 2] == '\r' => at - 2,
        > 0 when bytes[at - 1] == '\n' => at - 1,
        _ => at,
    };

    /// <summary>Where the line ends that begins here, and where the next one begins.</summary>
    static (int End, int Next) LineAt(ReadOnlySpan<byte> bytes, int at)
    {
        var length = bytes[at..].IndexOf((byte)'\n');
        if (length < 0)
            return (bytes.Length, bytes.Length);
        var end = at + length;
        return (end > at && bytes[end - 1] == '\r' ? end - 1 : end, end + 1);
    }
}
