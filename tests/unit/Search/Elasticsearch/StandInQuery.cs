using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>
/// Reads the clauses of the query language that we use. Words are compared by their lower-case beginnings instead of stems, and a
/// word in a field counts its boost once: enough to see who is found and roughly where, never a measure of relevance.
/// </summary>
sealed partial class StandInQuery(StandInIndex index)
{
    readonly Dictionary<JsonObject, HashSet<string>> _names = [];

    public IReadOnlyCollection<string> NamesOf(JsonObject document) => _names.GetValueOrDefault(document) ?? [];

    /// <summary>None when it does not match.</summary>
    public double? Score(JsonObject query, JsonObject document)
    {
        var (kind, about) = query.Single();
        return kind switch
        {
            "match_all" => 1,
            "bool" => Bool(about!.AsObject(), document),
            "dis_max" => about!["queries"]!.AsArray().Max(one => Score(one!.AsObject(), document)),
            "constant_score" => Constant(about!.AsObject(), document),
            "function_score" => Functions(about!.AsObject(), document),
            "term" => Value(about!.AsObject(), value => [value!.ToString()], document),
            "terms" => Value(about!.AsObject(), value => value!.AsArray().Select(one => one!.ToString()), document),
            "match" => Match(about!.AsObject(), document, inOrder: false),
            "match_phrase" => Match(about!.AsObject(), document, inOrder: true),
            "geo_distance" => Near(about!.AsObject(), document),
            _ => throw new StandInRefusal(400, "parsing_exception", $"unknown query [{kind}]"),
        };
    }

    public JsonObject Highlight(JsonNode highlight, JsonObject document)
    {
        var words = Words(highlight["highlight_query"]!).Distinct().ToList();
        var (start, end) = ((string)highlight["pre_tags"]![0]!, (string)highlight["post_tags"]![0]!);
        var found = new JsonObject();
        foreach (var (field, _) in highlight["fields"]!.AsObject())
        {
            var marked = StandInIndex.Values(document, field)
                .Select(text => Word().Replace(text, word => words.Exists(asked => Same(word.Value, asked)) ? start + word.Value + end : word.Value))
                .Where(text => text.Contains(start, StringComparison.Ordinal)).ToList();
            if (marked.Count > 0)
                found[field] = new JsonArray([.. marked.Select(text => (JsonNode)text)]);
        }
        return found;
    }

    double? Bool(JsonObject about, JsonObject document)
    {
        var score = 0d;
        foreach (var (part, clauses) in about.Where(pair => pair.Key is "must" or "filter"))
        {
            foreach (var clause in clauses!.AsArray())
            {
                if (Score(clause!.AsObject(), document) is not { } one)
                    return null;
                score += part == "must" ? one : 0;
            }
        }
        if (about["should"] is not JsonArray should)
            return score;
        var met = should.Select(clause => Score(clause!.AsObject(), document)).OfType<double>().ToList();
        return met.Count < (int)about["minimum_should_match"]! ? null : score + met.Sum();
    }

    double? Constant(JsonObject about, JsonObject document)
    {
        if (Score(about["filter"]!.AsObject(), document) is null)
            return null;
        if (about["_name"] is { } name)
            (_names.TryGetValue(document, out var names) ? names : _names[document] = []).Add((string)name!);
        return (double)about["boost"]!;
    }

    double? Functions(JsonObject about, JsonObject document)
    {
        if (Score(about["query"]!.AsObject(), document) is not { } score)
            return null;
        var sum = about["functions"]!.AsArray()
            .Where(function => function!["filter"] is null || Score(function["filter"]!.AsObject(), document) is not null)
            .Sum(function => (double)function!["weight"]!);
        score = (string)about["boost_mode"]! == "replace" ? sum : score * sum;
        return about["min_score"] is { } least && score < (double)least ? null : score;
    }

    double? Value(JsonObject about, Func<JsonNode?, IEnumerable<string>> read, JsonObject document)
    {
        var (field, value) = about.Single();
        var lower = field.EndsWith(".lower", StringComparison.Ordinal);
        var has = StandInIndex.Values(document, Known(lower ? field[..^6] : field)).Select(one => lower ? one.ToLowerInvariant() : one);
        return has.Intersect(read(value)).Any() ? 1 : null;
    }

    double? Match(JsonObject about, JsonObject document, bool inOrder)
    {
        var (field, value) = about.Single();
        var asked = Word().Matches((string)value!["query"]!).Select(word => word.Value).ToList();
        var isBeginning = field.EndsWith(".prefix", StringComparison.Ordinal);
        var has = Texts(document, field).SelectMany(text => Word().Matches(text)).Select(word => word.Value).ToList();
        bool Holds(string word) => has.Exists(one => isBeginning ? one.StartsWith(word, StringComparison.OrdinalIgnoreCase) : Same(one, word));
        var all = inOrder || (string?)value["operator"] == "and";
        if (asked.Count == 0 || (all ? !asked.TrueForAll(Holds) : !asked.Exists(Holds)))
            return null;
        return inOrder && (int)value["slop"]! == 0 && !Follow(has, asked) ? null : (double?)value["boost"] ?? 1;
    }

    double? Near(JsonObject about, JsonObject document)
    {
        if (document["point"] is not { } point)
            return null;
        var km = double.Parse(((string)about["distance"]!).Replace("km", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        HealthDoers.Search.GeoPoint Of(JsonNode node) => new((double)node["lat"]!, (double)node["lon"]!);
        return Of(point).KilometresTo(Of(about["point"]!)) <= km ? 1 : null;
    }

    // "all" is what the mapping copies together; "words", "folded" and "prefix" are other readings of one field.
    IEnumerable<string> Texts(JsonObject document, string field)
    {
        Known(field);
        if (field.EndsWith(".all", StringComparison.Ordinal))
            return new[] { "title", "summary", "body", "tags" }.SelectMany(one => StandInIndex.Values(document, field.Replace("all", one, StringComparison.Ordinal)));
        foreach (var reading in new[] { ".words", ".folded", ".prefix" })
            field = field.Replace(reading, "", StringComparison.Ordinal);
        return StandInIndex.Values(document, field);
    }

    string Known(string field)
    {
        var parts = field.Split('.');
        var property = index.Mappings["properties"]![parts[0]] ?? throw new StandInRefusal(400, "query_shard_exception", $"No mapping for [{field}]");
        foreach (var part in parts.Skip(1))
            property = property!["properties"]?[part] ?? property["fields"]?[part] ?? throw new StandInRefusal(400, "query_shard_exception", $"No mapping for [{field}]");
        return field;
    }

    static IEnumerable<string> Words(JsonNode query) => query switch
    {
        JsonArray many => many.SelectMany(one => Words(one!)),
        JsonObject about => about.SelectMany(pair => pair.Key == "query" && pair.Value is JsonValue text ? Word().Matches((string)text!).Select(word => word.Value) : pair.Value is null ? [] : Words(pair.Value)),
        _ => [],
    };

    static bool Follow(List<string> has, List<string> asked) =>
        Enumerable.Range(0, Math.Max(0, has.Count - asked.Count + 1)).Any(at => asked.Select((word, i) => Same(has[at + i], word)).All(same => same));

    static bool Same(string one, string other) => Stem(one) == Stem(other);

    static string Stem(string word)
    {
        var folded = HealthDoers.Search.Language.Folding.Fold(word);
        return folded.Length > 3 && folded.EndsWith('s') ? folded[..^1] : folded;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
