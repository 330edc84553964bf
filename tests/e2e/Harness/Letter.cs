using System.Text;
using System.Text.RegularExpressions;

namespace HealthDoers.Tests.Harness;

/// <summary>A mail as its reader gets it. Reads as much of MIME as the site writes: text and HTML parts, nested once or more.</summary>
public sealed partial record Letter(string To, string Subject, string Text, string Html)
{
    /// <summary>The addresses in the text part that a reader could follow.</summary>
    public IEnumerable<string> Links => Address().Matches(Text).Select(match => match.Value.TrimEnd('.', ',', ')'));

    public static Letter Read(byte[] eml)
    {
        // Latin-1 keeps every byte as it is until a part says what its bytes mean.
        var (headers, body) = Split(Encoding.Latin1.GetString(eml).ReplaceLineEndings("\n"));
        var parts = Parts(headers, body).ToLookup(part => part.Type, part => part.Text);
        return new(Words(headers.GetValueOrDefault("to", "")), Words(headers.GetValueOrDefault("subject", "")),
            string.Join('\n', parts["text/plain"]), string.Join('\n', parts["text/html"]));
    }

    static IEnumerable<(string Type, string Text)> Parts(Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        var kind = type.Split(';')[0].Trim().ToLowerInvariant();
        if (kind.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var sections = body.Split("--" + Boundary().Match(type).Groups[1].Value);
            return sections[1..].Where(section => !section.StartsWith("--", StringComparison.Ordinal))
                .Select(section => Split(section.TrimStart('\n'))).SelectMany(part => Parts(part.Headers, part.Body));
        }
        var bytes = headers.GetValueOrDefault("content-transfer-encoding", "7bit").Trim().ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => Quoted(SoftBreak().Replace(body, "")),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return [(kind, Encoding.UTF8.GetString(bytes))];
    }

    static (Dictionary<string, string> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            return ([], message);
        var headers = Folding().Replace(message[..end], " ").Split('\n')
            .Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim().ToLowerInvariant(), pair => pair[1].Trim());
        return (headers.ToDictionary(header => header.Key, header => header.First()), message[(end + 2)..]);
    }

    static string Words(string header) => EncodedWord().Replace(BetweenWords().Replace(header, ""), word =>
        Encoding.GetEncoding(word.Groups[1].Value).GetString(word.Groups[2].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups[3].Value)
            : Quoted(word.Groups[3].Value.Replace('_', ' '))));

    static byte[] Quoted(string text) =>
        Encoding.Latin1.GetBytes(Octet().Replace(text, octet => ((char)Convert.ToByte(octet.Groups[1].Value, 16)).ToString()));

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"boundary=""?([^"";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"=([0-9A-Fa-f]{2})")]
    private static partial Regex Octet();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();
}
