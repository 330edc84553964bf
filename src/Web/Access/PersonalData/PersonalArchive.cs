using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HealthDoers.Web.Files;

namespace HealthDoers.Web.Access.PersonalData;

/// <summary>Everything about one member as a ZIP: JSON for programs, one HTML page for people, and the files.</summary>
sealed class PersonalArchive(IEnumerable<IPersonalData> features, FileStore files)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<Stream> MakeAsync(Guid memberId, CancellationToken cancellationToken)
    {
        // In memory: a ZIP writes its directory synchronously, and the answer must not.
        var whole = new MemoryStream();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            var page = new StringBuilder("""<!doctype html><html lang="en"><meta charset="utf-8"><title>Everything about me</title><style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem 1rem;white-space:pre-wrap}article{border-top:1px solid}</style><h1>Everything about me</h1>""");
            foreach (var feature in features)
            {
                var rows = await feature.ReadAsync(memberId, cancellationToken);
                var json = JsonSerializer.SerializeToNode(rows, Json)!.AsArray();
                await AddAsync(zip, $"{feature.Name}.json", Encoding.UTF8.GetBytes(json.ToJsonString(Json)), cancellationToken);
                page.Append("<h2>").Append(feature.Name).Append("</h2>");
                foreach (var row in json)
                    Show(page.Append("<article>"), row).Append("</article>");
                foreach (var hash in await feature.FilesAsync(memberId, cancellationToken))
                    await AddFileAsync(zip, hash, cancellationToken);
            }
            await AddAsync(zip, "everything.html", Encoding.UTF8.GetBytes(page.ToString()), cancellationToken);
        }
        whole.Position = 0;
        return whole;
    }

    async Task AddFileAsync(ZipArchive zip, string hash, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(hash, cancellationToken) is not { } file || await files.OpenAsync(file, cancellationToken) is not { } content)
            return;
        await using (content)
        await using (var entry = await zip.CreateEntry($"files/{hash}.{file.ContentType.Split('/')[^1]}", CompressionLevel.NoCompression).OpenAsync(cancellationToken))
            await content.CopyToAsync(entry, cancellationToken);
    }

    static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    static StringBuilder Show(StringBuilder page, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject thing:
                page.Append("<dl>");
                foreach (var (name, part) in thing)
                    Show(page.Append("<dt>").Append(WebUtility.HtmlEncode(name)).Append("</dt><dd>"), part).Append("</dd>");
                return page.Append("</dl>");
            case JsonArray many:
                page.Append("<ul>");
                foreach (var part in many)
                    Show(page.Append("<li>"), part).Append("</li>");
                return page.Append("</ul>");
            default:
                return page.Append(WebUtility.HtmlEncode(value?.ToString() ?? ""));
        }
    }
}
