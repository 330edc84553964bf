using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

/// <summary>A value that is written and read whole, kept as one JSON document in a text column on every provider.</summary>
static class AsJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) where T : class => property.HasConversion(
        value => Write(value),
        text => Read<T>(text),
        new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || (a != null && b != null && Write(a) == Write(b)),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => Read<T>(Write(value))));

    static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
