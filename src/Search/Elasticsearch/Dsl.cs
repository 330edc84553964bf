using System.Text.Json.Nodes;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>The few clauses of the query language that are used here, as the reference names them.</summary>
static class Dsl
{
    public static JsonObject Object(string name, JsonNode? value) => new() { [name] = value };

    public static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    public static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    /// <summary>Any of these values.</summary>
    public static JsonObject Terms(string field, IEnumerable<string> values) => Object("terms", Object(field, Words(values)));

    public static JsonObject Term(string field, string value) => Object("term", Object(field, value));

    public static JsonObject Match(string field, string words, double boost) => Object("match", Object(field, new JsonObject { ["query"] = words, ["boost"] = boost }));

    public static JsonObject AllWords(string field, string words) => Object("match", Object(field, new JsonObject { ["query"] = words, ["operator"] = "and" }));

    public static JsonObject Phrase(string field, string words, double boost = 1, int slop = 0) =>
        Object("match_phrase", Object(field, new JsonObject { ["query"] = words, ["boost"] = boost, ["slop"] = slop }));

    /// <summary>Adds up what matches; something has to.</summary>
    public static JsonObject Sum(IEnumerable<JsonNode> queries) =>
        Object("bool", new JsonObject { ["should"] = Array(queries), ["minimum_should_match"] = 1 });

    /// <summary>The best of what matches.</summary>
    public static JsonObject Best(IEnumerable<JsonNode> queries) => Object("dis_max", Object("queries", Array(queries)));

    public static JsonObject Must(IEnumerable<JsonNode> queries) => Object("bool", Object("must", Array(queries)));

    public static JsonObject Filtered(JsonNode query, IEnumerable<JsonNode> filters) =>
        Object("bool", new JsonObject { ["must"] = Array([query]), ["filter"] = Array(filters) });

    public static JsonObject Weight(double weight, JsonNode? filter = null)
    {
        var function = new JsonObject { ["weight"] = weight };
        if (filter is not null)
            function["filter"] = filter;
        return function;
    }

    /// <summary>The score times the sum of the functions' weights.</summary>
    public static JsonObject Times(JsonNode query, IEnumerable<JsonNode> functions) => Object("function_score", new JsonObject
    {
        ["query"] = query,
        ["functions"] = Array(functions),
        ["score_mode"] = "sum",
        ["boost_mode"] = "multiply",
    });

    /// <summary>Those whose weights add up to so much.</summary>
    public static JsonObject AtLeast(double sum, JsonNode query, IEnumerable<JsonNode> functions) => Object("function_score", new JsonObject
    {
        ["query"] = query,
        ["functions"] = Array(functions),
        ["score_mode"] = "sum",
        ["boost_mode"] = "replace",
        ["min_score"] = sum,
    });
}
