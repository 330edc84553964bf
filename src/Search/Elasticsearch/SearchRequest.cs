using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HealthDoers.Search.Language;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>The body of one search request.</summary>
static class SearchRequest
{
    public const int MaxFacetValues = 50;

    // Signs of our own around what was found: no text holds them, because they are taken out of every document.
    public const char MarkStart = '\ue000';
    public const char MarkEnd = '\ue001';

    const int SnippetLength = 240;

    static readonly Dictionary<string, string> FacetFields = new()
    {
        [FacetNames.Kind] = "kind",
        [FacetNames.Topic] = "topic_labels",
        [FacetNames.Place] = "place",
        [FacetNames.Source] = "sources",
        [FacetNames.Evidence] = "evidence",
        [FacetNames.Skill] = "skills",
        [FacetNames.Population] = "population",
    };

    public static byte[] Of(SearchQuery query, QuestionQuery? question, Reach reach, DateTimeOffset now, TimeSpan patience)
    {
        var body = new JsonObject
        {
            ["query"] = Dsl.Filtered(question?.For(reach, now) ?? Dsl.Object("match_all", new JsonObject()), Narrowing(query)),
            ["from"] = (query.Page - 1) * query.Size,
            ["size"] = query.Size,
            ["timeout"] = $"{(int)patience.TotalMilliseconds}ms",
            ["track_total_hits"] = SearchQuery.MaxReach,
            ["track_scores"] = true,
            ["sort"] = Order(question is null && query.Sort == SearchSort.Relevance ? SearchSort.Newest : query.Sort),
            ["_source"] = Dsl.Words(["kind", "id", "external_id", "url", "language", "place", "evidence", "shown"]),
            ["aggs"] = new JsonObject(FacetFields.Select(facet => KeyValuePair.Create(facet.Key, (JsonNode?)Dsl.Object("terms", new JsonObject { ["field"] = facet.Value, ["size"] = MaxFacetValues })))),
        };
        if (question is { HasWords: true })
            body["highlight"] = Highlight(question);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    static IEnumerable<JsonNode> Narrowing(SearchQuery query)
    {
        yield return Dsl.Terms("audience", query.Audiences);
        foreach (var (field, values) in new[]
        {
            ("kind.lower", query.Kinds), ("topics.lower", query.Topics), ("sources.lower", query.Sources),
            ("evidence.lower", query.Evidence), ("skills.lower", query.Skills), ("population.lower", query.Population),
        })
        {
            if (values.Count > 0)
                yield return Dsl.Terms(field, values.Select(value => value.ToLowerInvariant()));
        }
        if (query.Place is SearchPlace.Named named)
            yield return Dsl.AllWords("place.words", string.Join(' ', Tokenizer.Tokens(named.Words).Select(token => token.Word)));
        else if (query.Place is SearchPlace.Near near)
        {
            yield return Dsl.Object("geo_distance", new JsonObject
            {
                ["distance"] = string.Create(CultureInfo.InvariantCulture, $"{near.Kilometres:0.######}km"),
                ["point"] = new JsonObject { ["lat"] = near.Centre.Latitude, ["lon"] = near.Centre.Longitude },
            });
        }
    }

    static JsonArray Order(SearchSort sort)
    {
        var newest = Dsl.Object("published", "desc");
        return sort switch
        {
            SearchSort.Newest => Dsl.Array([newest, "_score"]),
            SearchSort.MostAdapted => Dsl.Array([Dsl.Object("adapted", "desc"), "_score", newest]),
            _ => Dsl.Array(["_score", newest]),
        };
    }

    static JsonObject Highlight(QuestionQuery question)
    {
        var fields = new JsonObject();
        foreach (var language in Stems.Languages)
        {
            fields[$"{language}.title"] = new JsonObject { ["number_of_fragments"] = 0 };
            fields[$"{language}.summary"] = new JsonObject { ["number_of_fragments"] = 0 };
            fields[$"{language}.body"] = new JsonObject { ["number_of_fragments"] = 1, ["fragment_size"] = SnippetLength };
        }
        return new()
        {
            ["type"] = "unified",
            ["order"] = "score",
            ["pre_tags"] = Dsl.Words([MarkStart.ToString()]),
            ["post_tags"] = Dsl.Words([MarkEnd.ToString()]),
            ["highlight_query"] = question.Words(),
            ["fields"] = fields,
        };
    }
}
