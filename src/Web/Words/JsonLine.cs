using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthDoers.Web.Words;

/// <summary>One thing a line, as an export writes it and an import reads it. Null is left out.</summary>
static class JsonLine
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    static readonly byte[] End = "\n"u8.ToArray();

    public static async Task WriteAsync<T>(Stream to, T line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(to, line, Options, cancellationToken);
        await to.WriteAsync(End, cancellationToken);
    }
}
