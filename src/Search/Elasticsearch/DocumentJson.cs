using System.Text.Json.Nodes;
using HealthDoers.Search.Language;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>A document as the index takes it: the texts of each language by themselves, values to narrow by, and what a hit shows.</summary>
static class DocumentJson
{
    public static string IdOf(DocumentKey key) => $"{key.Kind}:{key.Id}";

    public static JsonObject Of(SearchDocument document)
    {
        var json = new JsonObject
        {
            ["kind"] = document.Kind,
            ["id"] = document.Id,
            ["url"] = document.Url,
            ["language"] = document.Language,
            ["title_key"] = QuestionReader.TitleKeyOf(Tokenizer.Tokens(document.Title)),
            ["topics"] = Dsl.Words(document.Topics.Select(topic => topic.Slug)),
            ["topic_labels"] = Dsl.Words(document.Topics.Select(topic => $"{topic.Slug}\t{topic.Name}")),
            ["sources"] = Dsl.Words(document.Sources),
            ["skills"] = Dsl.Words(document.Skills),
            ["population"] = Dsl.Words(document.Population),
            ["audience"] = Dsl.Words(document.Audience),
            ["published"] = document.PublishedAt.ToUnixTimeMilliseconds(),
            ["adapted"] = document.AdaptedCount,
        };
        if (document.ExternalId is { } externalId)
            json["external_id"] = externalId;
        if (!string.IsNullOrWhiteSpace(document.Place))
            json["place"] = document.Place;
        if (!string.IsNullOrWhiteSpace(document.Evidence))
            json["evidence"] = document.Evidence;
        // The forms keep points on the map; a point beyond it would have the whole document refused.
        if (document.Point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } point)
            json["point"] = new JsonObject { ["lat"] = point.Latitude, ["lon"] = point.Longitude };
        AddWords(json, document);
        return json;
    }

    static void AddWords(JsonObject json, SearchDocument document)
    {
        var shown = new JsonObject();
        var own = new SearchTranslation(document.Language, document.Title, document.Summary, document.Body);
        foreach (var words in document.Translations.Prepend(own))
        {
            if (shown.ContainsKey(words.Language))
                continue;
            shown[words.Language] = new JsonObject { ["title"] = words.Title, ["summary"] = words.Summary };
            var fields = Fields(json, words.Language);
            Add(fields, "title", words.Title);
            Add(fields, "summary", words.Summary);
            Add(fields, "body", words.Body);
        }
        Add(Fields(json, document.Language), "tags", document.Tags);
        json["shown"] = shown;
    }

    static JsonObject Fields(JsonObject json, string language)
    {
        var name = Stems.IsSpanish(language) ? "es" : "en";
        if (json[name] is JsonObject fields)
            return fields;
        json[name] = fields = [];
        return fields;
    }

    static void Add(JsonObject fields, string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (fields[field] is not JsonArray texts)
            fields[field] = texts = [];
        texts.Add((JsonNode)text);
    }
}
