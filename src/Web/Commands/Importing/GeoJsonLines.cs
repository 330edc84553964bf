using System.Globalization;
using System.Text.Json;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>The features of a GeoJSON file (RFC 7946), each as a line of its own; their number counts features.</summary>
static class GeoJsonLines
{
    /// <exception cref="IOException">The file is no collection of features.</exception>
    public static IEnumerable<Line> Read(Stream file)
    {
        JsonElement features;
        try
        {
            var whole = JsonDocument.Parse(file);
            features = whole.RootElement.ValueKind == JsonValueKind.Object && whole.RootElement.TryGetProperty("features", out var list) && list.ValueKind == JsonValueKind.Array
                ? list : throw new IOException("The file is no GeoJSON FeatureCollection.");
        }
        catch (JsonException)
        {
            throw new IOException("The file is broken JSON.");
        }
        var number = 0L;
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            yield return Line(number, feature);
        }
    }

    static Line Line(long number, JsonElement feature)
    {
        try
        {
            return new(number, new GeoJsonFields(feature), null);
        }
        catch (BadLineException bad)
        {
            return new(number, null, bad.Message);
        }
    }

    /// <summary>The properties of a feature; its point stands in lat and lon.</summary>
    sealed class GeoJsonFields : Fields
    {
        readonly JsonFields _properties;
        readonly string? _latitude, _longitude;

        public GeoJsonFields(JsonElement feature)
        {
            if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                throw new BadLineException("is no feature with properties");
            _properties = JsonFields.Of(properties);
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null)
                return;
            if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("Point")
                || !geometry.TryGetProperty("coordinates", out var point) || point.ValueKind != JsonValueKind.Array || point.GetArrayLength() is < 2 or > 3
                || point.EnumerateArray().Any(part => part.ValueKind != JsonValueKind.Number))
                throw new BadLineException("has a geometry that is no point");
            (_longitude, _latitude) = (Degrees(point[0]), Degrees(point[1]));
        }

        public override string? Text(string name) => name switch
        {
            "lat" => _latitude ?? _properties.Text(name),
            "lon" => _longitude ?? _properties.Text(name),
            _ => _properties.Text(name),
        };

        public override IReadOnlyList<string>? List(string name) => _properties.List(name);

        static string Degrees(JsonElement number) => number.TryGetDouble(out var degrees) ? degrees.ToString("R", CultureInfo.InvariantCulture) : number.GetRawText();
    }
}
