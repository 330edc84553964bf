using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthDoers.Web.Commands.Exporting;

static class JsonLinesFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The file appears whole or not at all.</summary>
    /// <returns>How many lines it has.</returns>
    public static async Task<int> WriteAsync<T>(string path, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.unfinished";
        var written = 0;
        await using (var file = File.Create(unfinished))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken))
            {
                await JsonSerializer.SerializeAsync(file, line, Json, cancellationToken);
                file.WriteByte((byte)'\n');
                written++;
            }
        }
        File.Move(unfinished, path, overwrite: true);
        return written;
    }
}
