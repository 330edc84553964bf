using System.Buffers;
using System.Text;

namespace HealthDoers.Web.Files;

/// <summary>
/// A document judged by its bytes: PDF, plain text, or an office document without macros. What a name promises and the
/// bytes do not keep is refused.
/// </summary>
public static class DocumentFile
{
    public const int MaxBytes = 10 * 1024 * 1024;

    static readonly Dictionary<string, string> Office = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
    };

    static readonly Dictionary<string, string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
    };

    static readonly SearchValues<byte> Control = SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 13)).Select(b => (byte)b)]);

    /// <summary>The names of what is taken, for the file picker.</summary>
    public static IEnumerable<string> Extensions => [".pdf", .. Plain.Keys, .. Office.Keys];

    /// <returns>The content type to serve it with; null for what is not taken.</returns>
    public static string? TypeOf(ReadOnlySpan<byte> content, string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Equals(".pdf", StringComparison.OrdinalIgnoreCase))
            return content.StartsWith("%PDF-"u8) ? "application/pdf" : null;
        if (Office.TryGetValue(extension, out var office))
            return IsOffice(content, office) ? office : null;
        return Plain.TryGetValue(extension, out var plain) && IsText(content) ? plain : null;
    }

    // A zip file that names its parts as the two standards ask, and holds no program of its own.
    static bool IsOffice(ReadOnlySpan<byte> content, string type) =>
        content.StartsWith("PK\u0003\u0004"u8)
        && content.IndexOf("vbaProject.bin"u8) < 0
        && (type.Contains("oasis", StringComparison.Ordinal)
            ? content[..Math.Min(content.Length, 200)].IndexOf(Encoding.ASCII.GetBytes(type)) > 0
            : content.IndexOf("[Content_Types].xml"u8) > 0);

    static bool IsText(ReadOnlySpan<byte> content) => content.Length > 0 && !content.ContainsAny(Control) && System.Text.Unicode.Utf8.IsValid(content);
}
