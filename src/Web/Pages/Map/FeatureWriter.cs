using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Map;

namespace HealthDoers.Web.Pages.Map;

/// <summary>Writes what the map shows as GeoJSON (RFC 7946).</summary>
static class FeatureWriter
{
    public const string MediaType = "application/geo+json";

    /// <summary>Clusters in one answer. A last leaf taken apart may add a few: never more than 60.</summary>
    const int MostClusters = 60 - MarkerTree.LeafSize;

    /// <summary>Bytes of one answer before compression; more would keep a slow phone waiting at each move.</summary>
    const int LargestAnswer = 12_000;
    const int LongestTitle = 80;
    const int Decimals = 5;

    static readonly MapLayer[] Layers = Enum.GetValues<MapLayer>();
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The clusters of an answer; coarser ones where the finer would be too much to send.</summary>
    public static byte[] Clusters(MapAnswer answer, int zoom)
    {
        for (var most = MostClusters; ; most = most * 3 / 4)
        {
            var clusters = Clustering.Of(answer, zoom, most);
            var written = new ArrayBufferWriter<byte>(LargestAnswer);
            using (var json = new Utf8JsonWriter(written, Plain))
                Collection(json, clusters, cluster => Write(json, cluster, zoom));
            if (written.WrittenCount <= LargestAnswer || most <= 1)
                return written.WrittenSpan.ToArray();
        }
    }

    /// <summary>Every marker by itself, for a download.</summary>
    public static void Markers(Utf8JsonWriter json, IEnumerable<Marker> markers) => Collection(json, markers, marker => Write(json, marker, whole: true));

    static void Collection<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Cluster cluster, int zoom)
    {
        if (cluster.Only is { } marker)
        {
            Write(json, marker, whole: false);
            return;
        }
        Begin(json, cluster.Point);
        json.WriteBoolean("cluster", true);
        json.WriteNumber("count", cluster.Count);
        json.WriteStartObject("layers");
        foreach (var layer in Layers)
            if (cluster.CountOf(layer) > 0)
                json.WriteNumber(MapAddress.Of(layer), cluster.CountOf(layer));
        json.WriteEndObject();
        json.WriteNumber("expansionZoom", cluster.ExpansionZoom(zoom));
        End(json);
    }

    static void Write(Utf8JsonWriter json, Marker marker, bool whole)
    {
        Begin(json, marker.Place.Point);
        json.WriteString("id", marker.Id.ToString("N"));
        json.WriteString("kind", MapAddress.Of(marker.Layer));
        json.WriteString("title", whole || marker.Title.Length <= LongestTitle ? marker.Title : Cut(marker.Title));
        json.WriteString("url", marker.Url);
        json.WriteString("precision", JsonNamingPolicy.CamelCase.ConvertName(marker.Place.Precision.ToString()));
        if (marker.Standing is { } standing)
            json.WriteString("standing", JsonNamingPolicy.CamelCase.ConvertName(standing.ToString()));
        if (whole)
        {
            json.WriteString("summary", marker.Summary);
            json.WriteStartArray("topics");
            foreach (var topic in marker.Topics)
                json.WriteStringValue(topic);
            json.WriteEndArray();
        }
        End(json);
    }

    static void Begin(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(Math.Round(point.Longitude, Decimals));
        json.WriteNumberValue(Math.Round(point.Latitude, Decimals));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
    }

    static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static string Cut(string title) => title[..(char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1)] + "…";
}
