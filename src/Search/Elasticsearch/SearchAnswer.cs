using System.Text.Json;
using HealthDoers.Search.Language;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>Reads the answer to one search request. Whatever in it is not as documented is a <see cref="ClusterException"/>.</summary>
static class SearchAnswer
{
    public static SearchPage Read(JsonDocument answer, string language)
    {
        try
        {
            var root = answer.RootElement;
            // Half an answer is none: this node's own index has all of it.
            if (root.GetProperty("timed_out").GetBoolean() || root.GetProperty("_shards").GetProperty("failed").GetInt32() > 0)
                throw new ClusterException("Elasticsearch could look through a part of its index only.");
            var hits = root.GetProperty("hits");
            var total = hits.GetProperty("total");
            return new()
            {
                Total = Math.Min(total.GetProperty("value").GetInt32(), SearchQuery.MaxReach),
                TotalIsLowerBound = total.GetProperty("relation").GetString() == "gte",
                Facets = FacetNames.All.ToDictionary(name => name, name => Counts(name, root.GetProperty("aggregations").GetProperty(name))),
                Items = [.. hits.GetProperty("hits").EnumerateArray().Select(hit => Hit(hit, language))],
            };
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ClusterException("Elasticsearch answered in a way that is not documented.", null, broken);
        }
    }

    static IReadOnlyList<FacetCount> Counts(string facet, JsonElement aggregation) =>
        [.. aggregation.GetProperty("buckets").EnumerateArray()
            .Select(bucket => (Key: bucket.GetProperty("key").GetString()!, Count: bucket.GetProperty("doc_count").GetInt32()))
            .Select(bucket => facet == FacetNames.Topic
                ? new FacetCount(bucket.Key.Split('\t')[0], bucket.Key.Split('\t')[^1], bucket.Count)
                : new FacetCount(bucket.Key, bucket.Key, bucket.Count))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Label, StringComparer.OrdinalIgnoreCase)];

    static SearchHit Hit(JsonElement hit, string language)
    {
        var source = hit.GetProperty("_source");
        var own = source.GetProperty("language").GetString()!;
        var shown = source.GetProperty("shown");
        var shownIn = shown.TryGetProperty(language, out var words) ? language : own;
        if (shownIn == own)
            words = shown.GetProperty(own);
        var (title, summary) = (words.GetProperty("title").GetString()!, words.GetProperty("summary").GetString()!);
        return new()
        {
            Kind = source.GetProperty("kind").GetString()!,
            Id = source.GetProperty("id").GetString()!,
            ExternalId = Text(source, "external_id"),
            Title = title,
            Url = source.GetProperty("url").GetString()!,
            Summary = summary,
            Language = shownIn,
            Place = Text(source, "place"),
            Evidence = Text(source, "evidence"),
            Highlights = Highlights(hit, Stems.IsSpanish(shownIn) ? "es" : "en", title, summary),
            Score = Math.Round(Score(hit), 4),
        };
    }

    static double Score(JsonElement hit)
    {
        if (hit.GetProperty("_score") is not { ValueKind: JsonValueKind.Number } score)
            return 0;
        var isExact = hit.TryGetProperty("matched_queries", out var names) && names.EnumerateArray().Any(name => name.GetString() == QuestionQuery.ExactTitleName);
        return Math.Max(0, score.GetDouble() - (isExact ? QuestionQuery.ExactTitle : 0));
    }

    static Dictionary<string, string> Highlights(JsonElement hit, string language, string title, string summary)
    {
        var highlights = new Dictionary<string, string>();
        if (!hit.TryGetProperty("highlight", out var found))
            return highlights;
        // A field holds the words of every language that is read by the same rules; only those shown may be marked.
        if (First(found, $"{language}.title", title) is { } inTitle)
            highlights["title"] = Mark(inTitle);
        if (First(found, $"{language}.summary", summary) is { } inSummary)
            highlights["summary"] = Mark(inSummary);
        if (First(found, $"{language}.body", null) is { } snippet)
            highlights["body"] = Mark(snippet) + (snippet.EndsWith('.') ? "" : " …");
        return highlights;
    }

    static string? First(JsonElement found, string field, string? whole) =>
        found.TryGetProperty(field, out var pieces)
            ? pieces.EnumerateArray().Select(piece => piece.GetString()!).FirstOrDefault(piece => whole is null || Bare(piece) == whole)
            : null;

    static string Bare(string piece) => string.Concat(piece.Where(c => c is not (SearchRequest.MarkStart or SearchRequest.MarkEnd)));

    // Encoded first, so that there can be no tag but ours, whatever the cluster sends.
    static string Mark(string piece)
    {
        var html = Html.Encode(piece).Replace(Html.Encode(SearchRequest.MarkStart.ToString()), "<mark>", StringComparison.Ordinal)
            .Replace(Html.Encode(SearchRequest.MarkEnd.ToString()), "</mark>", StringComparison.Ordinal);
        return html;
    }

    static string? Text(JsonElement source, string field) => source.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
