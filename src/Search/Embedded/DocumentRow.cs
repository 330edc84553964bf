using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>A document to and from its row; lists are lines of text, which cleaned values cannot contain.</summary>
static class DocumentRow
{
    public const string Columns =
        "number, kind, id, external_id, url, title, summary, topics, people, place, latitude, longitude, sources, evidence, skills, "
        + "population, language, published, updated, adapted, audience, lengths";

    public const string Insert = $"""
        INSERT INTO documents ({Columns}, title_key) VALUES ($number, $kind, $id, $external_id, $url, $title, $summary, $topics, $people,
            $place, $latitude, $longitude, $sources, $evidence, $skills, $population, $language, $published, $updated, $adapted,
            $audience, $lengths, $title_key)
        """;

    public const string Whole = $"SELECT {Columns}, body, translations FROM documents JOIN texts USING (number) WHERE number = $number";

    public static SearchDocument ReadWhole(SqliteDataReader row) => Read(row).Document with
    {
        Body = row.GetString(row.FieldCount - 2),
        Translations = row.IsDBNull(row.FieldCount - 1) ? [] : JsonSerializer.Deserialize<SearchTranslation[]>(row.GetString(row.FieldCount - 1))!,
    };

    public static object Write(IReadOnlyList<SearchTranslation> translations) =>
        translations.Count == 0 ? DBNull.Value : JsonSerializer.Serialize(translations);

    public static (long Number, SearchDocument Document, FieldLengths Lengths) Read(SqliteDataReader row) => (row.GetInt64(0), new()
    {
        Kind = row.GetString(1),
        Id = row.GetString(2),
        ExternalId = Text(row, 3),
        Url = row.GetString(4),
        Title = row.GetString(5),
        Summary = row.GetString(6),
        Topics = [.. Lines(row.GetString(7)).Select(line => line.Split('\t')).Select(parts => new SearchTopic(parts[0], parts[^1]))],
        People = Lines(row.GetString(8)),
        Place = Text(row, 9),
        Point = row.IsDBNull(10) ? null : new(row.GetDouble(10), row.GetDouble(11)),
        Sources = Lines(row.GetString(12)),
        Evidence = Text(row, 13),
        Skills = Lines(row.GetString(14)),
        Population = Lines(row.GetString(15)),
        Language = row.GetString(16),
        PublishedAt = new(row.GetInt64(17), TimeSpan.Zero),
        UpdatedAt = new(row.GetInt64(18), TimeSpan.Zero),
        AdaptedCount = row.GetInt32(19),
        Audience = Lines(row.GetString(20)),
    }, new((ulong)row.GetInt64(21)));

    public static void Bind(SqliteParameterCollection to, long number, SearchDocument document, DocumentAnalysis analysis)
    {
        Set(to, "$number", number);
        Set(to, "$kind", document.Kind);
        Set(to, "$id", document.Id);
        Set(to, "$external_id", document.ExternalId);
        Set(to, "$url", document.Url);
        Set(to, "$title", document.Title);
        Set(to, "$title_key", analysis.TitleKey);
        Set(to, "$summary", document.Summary);
        Set(to, "$topics", string.Join('\n', document.Topics.Select(topic => $"{topic.Slug}\t{topic.Name}")));
        Set(to, "$people", string.Join('\n', document.People));
        Set(to, "$place", document.Place);
        Set(to, "$latitude", document.Point?.Latitude);
        Set(to, "$longitude", document.Point?.Longitude);
        Set(to, "$sources", string.Join('\n', document.Sources));
        Set(to, "$evidence", document.Evidence);
        Set(to, "$skills", string.Join('\n', document.Skills));
        Set(to, "$population", string.Join('\n', document.Population));
        Set(to, "$language", document.Language);
        Set(to, "$published", document.PublishedAt.UtcTicks);
        Set(to, "$updated", document.UpdatedAt.UtcTicks);
        Set(to, "$adapted", document.AdaptedCount);
        Set(to, "$audience", string.Join('\n', document.Audience));
        Set(to, "$lengths", (long)analysis.Lengths.Packed);
    }

    static void Set(SqliteParameterCollection parameters, string name, object? value) => parameters[name].Value = value ?? DBNull.Value;

    static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
