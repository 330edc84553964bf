using System.Text;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>A letter or a part of one, as it stands in the file: headers, and a body that is not decoded yet.</summary>
sealed class MimePart(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers => headers;
    public ReadOnlyMemory<byte> Body => body;
    public List<MimePart> Parts { get; } = [];

    /// <summary>Lower case; what says nothing is plain text (RFC 2045).</summary>
    public string Type => Parameters(this["Content-Type"] ?? "text/plain").Value;
    public string Disposition => Parameters(this["Content-Disposition"] ?? "").Value;
    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    public IEnumerable<MimePart> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves);

    /// <summary>The first header of that name.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) => headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    public string? Parameter(string header, string name) => Parameters(this[header] ?? "").Named.GetValueOrDefault(name);

    public byte[] Bytes() => (this["Content-Transfer-Encoding"]?.Trim().ToLowerInvariant()) switch
    {
        "base64" => MimeCoding.FromBase64(body.Span),
        "quoted-printable" => MimeCoding.FromQuotedPrintable(body.Span),
        _ => body.ToArray(),
    };

    public string Words() => MimeCoding.Words(Bytes(), Parameter("Content-Type", "charset"));

    static (string Value, Dictionary<string, string> Named) Parameters(string header)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = Split(header);
        foreach (var part in parts.Skip(1))
            if (part.IndexOf('=') is var at and > 0)
                named.TryAdd(part[..at].Trim(), part[(at + 1)..].Trim().Trim('"'));
        return (parts[0].Trim().ToLowerInvariant(), named);
    }

    /// <summary>At semicolons that stand outside quotes.</summary>
    static List<string> Split(string header)
    {
        var (parts, part, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in header)
        {
            quoted ^= c == '"';
            if (c != ';' || quoted)
            {
                part.Append(c);
                continue;
            }
            parts.Add(part.ToString());
            part.Clear();
        }
        parts.Add(part.ToString());
        return parts;
    }
}
