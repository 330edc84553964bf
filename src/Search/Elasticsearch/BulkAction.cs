using System.Text;
using System.Text.Json.Nodes;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>One action of a bulk request: a line that says what to do with which document, and for an upsert the document.</summary>
sealed record BulkAction(string Id, bool IsDelete, string Lines)
{
    public int Bytes { get; } = Encoding.UTF8.GetByteCount(Lines);

    public static BulkAction Delete(DocumentKey key) => new(DocumentJson.IdOf(key), true, Line("delete", DocumentJson.IdOf(key)));

    public static BulkAction Index(SearchDocument document)
    {
        var clean = DocumentLimits.Clean(document);
        return new(DocumentJson.IdOf(clean.Key), false, Line("index", DocumentJson.IdOf(clean.Key)) + DocumentJson.Of(clean).ToJsonString() + "\n");
    }

    static string Line(string action, string id) => new JsonObject { [action] = new JsonObject { ["_id"] = id } }.ToJsonString() + "\n";
}
