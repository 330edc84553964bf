using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Look;

/// <summary>One fingerprinted file and its compressed forms. Its name changes with its content, so browsers keep it for good.</summary>
sealed record BuiltFile(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    public static BuiltFile Load(string path, FileExtensionContentTypeProvider types) => new(
        types.TryGetContentType(path, out var type) ? WithCharset(type) : "application/octet-stream",
        File.ReadAllBytes(path),
        ReadIfThere(path + ".br"),
        ReadIfThere(path + ".gz"));

    public async Task SendAsync(HttpContext http)
    {
        var (bytes, encoding) = Choose(http.Request);
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        if (Brotli is not null) headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    (byte[] Bytes, string? Encoding) Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (Brotli is not null && Accepts(accepted, "br")) return (Brotli, "br");
        if (Gzip is not null && Accepts(accepted, "gzip")) return (Gzip, "gzip");
        return (Plain, null);
    }

    static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    static string WithCharset(string type) => type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
}
