using System.Globalization;
using System.Text.Json.Nodes;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>One index of the stand-in: documents that fit the mapping, and searches of the documented form.</summary>
sealed class StandInIndex(string name, JsonObject definition)
{
    public string Name => name;

    public HashSet<string> Aliases { get; } = [];

    public Dictionary<string, JsonObject> Documents { get; } = [];

    public int Failures { get; set; }

    public JsonObject Mappings => definition["mappings"]!.AsObject();

    /// <summary>Strict, as the mapping says: a field that it does not name is refused.</summary>
    public void Put(string id, JsonObject document)
    {
        Check(document, Mappings["properties"]!.AsObject());
        Documents[id] = document;
    }

    public JsonObject Search(JsonObject body)
    {
        string[] known = ["query", "from", "size", "timeout", "track_total_hits", "track_scores", "sort", "_source", "aggs", "highlight"];
        if (body.FirstOrDefault(part => !known.Contains(part.Key)).Key is { } unknown)
            throw new StandInRefusal(400, "parsing_exception", $"Unknown key for [{unknown}]");
        var (from, size) = ((int)body["from"]!, (int)body["size"]!);
        if (from + size > 10_000)
            throw new StandInRefusal(400, "illegal_argument_exception", "Result window is too large");
        var query = new StandInQuery(this);
        var found = Documents.Select(pair => (Id: pair.Key, Document: pair.Value, Score: query.Score(body["query"]!.AsObject(), pair.Value)))
            .Where(hit => hit.Score is not null).ToList();
        var ordered = Order(found, body["sort"]!.AsArray());
        return new()
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1 - Failures, ["skipped"] = 0, ["failed"] = Failures },
            ["hits"] = new JsonObject
            {
                ["total"] = new JsonObject { ["value"] = Math.Min(found.Count, 10_000), ["relation"] = found.Count > 10_000 ? "gte" : "eq" },
                ["hits"] = new JsonArray([.. ordered.Skip(from).Take(size).Select(hit => Hit(hit, query, body))]),
            },
            ["aggregations"] = new JsonObject(body["aggs"]!.AsObject().Select(aggregation =>
                KeyValuePair.Create(aggregation.Key, (JsonNode?)Buckets(found.Select(hit => hit.Document), aggregation.Value!["terms"]!)))),
        };
    }

    public static IEnumerable<string> Values(JsonObject document, string path)
    {
        JsonNode? at = document;
        foreach (var part in path.Split('.'))
        {
            if (at is not JsonObject inside)
                break;
            at = inside[part];
        }
        return at switch
        {
            null => [],
            JsonArray many => many.Select(one => one!.ToString()),
            _ => [at.ToString()],
        };
    }

    static IEnumerable<(string Id, JsonObject Document, double? Score)> Order(List<(string Id, JsonObject Document, double? Score)> found, JsonArray sort)
    {
        var ordered = found.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            var field = by is JsonObject named ? named.Single().Key : (string)by!;
            ordered = ordered.ThenByDescending(hit => field == "_score" ? hit.Score!.Value : double.Parse(Values(hit.Document, field).First(), CultureInfo.InvariantCulture));
        }
        return ordered;
    }

    static JsonObject Hit((string Id, JsonObject Document, double? Score) hit, StandInQuery query, JsonObject body)
    {
        var source = new JsonObject(body["_source"]!.AsArray().Select(field => (string)field!).Where(hit.Document.ContainsKey)
            .Select(field => KeyValuePair.Create(field, hit.Document[field]?.DeepClone())));
        var json = new JsonObject { ["_id"] = hit.Id, ["_score"] = hit.Score, ["_source"] = source };
        if (query.NamesOf(hit.Document) is { Count: > 0 } names)
            json["matched_queries"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        if (body["highlight"] is { } highlight)
            json["highlight"] = query.Highlight(highlight, hit.Document);
        return json;
    }

    static JsonObject Buckets(IEnumerable<JsonObject> documents, JsonNode terms) => new()
    {
        ["buckets"] = new JsonArray([.. documents.SelectMany(document => Values(document, (string)terms["field"]!).Distinct()).GroupBy(value => value)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take((int)terms["size"]!)
            .Select(group => (JsonNode)new JsonObject { ["key"] = group.Key, ["doc_count"] = group.Count() })]),
    };

    static void Check(JsonObject document, JsonObject properties)
    {
        foreach (var (field, value) in document)
        {
            if (properties[field] is not { } property)
                throw new StandInRefusal(400, "strict_dynamic_mapping_exception", field);
            if (value is JsonObject inside && property["properties"] is JsonObject deeper)
                Check(inside, deeper);
        }
    }
}
