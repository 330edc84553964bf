using System.Text.Json;
using System.Text.Json.Nodes;

namespace HealthDoers.Load.Search;

/// <summary>Judged questions and the documents they were judged on: corpus.jsonl, distractors.jsonl where there is one, queries.jsonl, qrels.tsv.</summary>
sealed class Collection(string folder)
{
    const int TitleLimit = 200;

    /// <summary>By judged question, the documents that answer it and how well: 1 and more. There may be none.</summary>
    public Dictionary<string, Dictionary<string, int>> Judgements { get; } = File.ReadLines(Path.Combine(folder, "qrels.tsv"))
        .Select(line => line.Split('\t')).Where(parts => parts.Length == 3 && int.TryParse(parts[2], out _))
        .GroupBy(parts => parts[0]).ToDictionary(query => query.Key, query => query.Where(parts => parts[2] != "0").ToDictionary(parts => parts[1], parts => int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)));

    public int Answerable => Judgements.Values.Count(documents => documents.Count > 0);

    /// <summary>Each way in which the questions are put, with all that were judged, as trec_eval counts them.</summary>
    public IEnumerable<(string Wording, List<(string Id, string Text)> Questions)> Questions()
    {
        var queries = File.ReadLines(Path.Combine(folder, "queries.jsonl")).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        foreach (var wording in new[] { "text", "summary", "original" })
        {
            var put = queries.Where(query => query[wording] is JsonValue && Judgements.ContainsKey((string)query["id"]!))
                .Select(query => ((string)query["id"]!, (string)query[wording]!)).ToList();
            if (put.Count > 0)
                yield return (wording, put);
        }
    }

    /// <summary>Writes the documents as ideas to import; says how many, and which is the last.</summary>
    public (int Written, string LastId, string LastTitle) WriteIdeas(string file)
    {
        using var ideas = new StreamWriter(file);
        var (written, lastId, lastTitle) = (0, "", "");
        foreach (var source in new[] { "corpus.jsonl", "distractors.jsonl" }.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            foreach (var line in File.ReadLines(source).Where(line => line.Length > 0))
            {
                var document = JsonNode.Parse(line)!.AsObject();
                var (title, text) = (((string?)document["title"] ?? "").Trim(), ((string?)document["text"] ?? "").Trim());
                if (title.Length == 0)
                    title = text.Length > 0 ? text : "Untitled";
                // What a title cannot hold is still said, at the beginning of the body.
                var body = title.Length > TitleLimit ? $"{title}\n\n{text}" : text;
                (lastId, lastTitle) = ((string)document["id"]!, title.Length > TitleLimit ? title[..TitleLimit] : title);
                ideas.WriteLine(JsonSerializer.Serialize(new { externalId = lastId, title = lastTitle, body }));
                written++;
            }
        }
        return (written, lastId, lastTitle);
    }
}
