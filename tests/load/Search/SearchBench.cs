using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthDoers.Load.Search;

/// <summary>
/// How well questions are answered on a judged collection, by either engine and through the public API; and how fast, on many documents
/// that were made up.
/// </summary>
static partial class SearchBench
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task Run(Options options, Promises promises)
    {
        if (options.Collection is { } folder)
            await JudgeAsync(new(folder), options.Elasticsearch, promises);
        else
            Console.WriteLine("Relevance: skipped, because no --collection FOLDER was given.");
        await SpeedRun.Run(options.Brief, promises);
    }

    static async Task JudgeAsync(Collection collection, string? elasticsearch, Promises promises)
    {
        await using var site = Site.Application();
        var file = Path.GetTempFileName();
        var written = collection.WriteIdeas(file);
        Console.Error.WriteLine($"Importing {written.Written} documents as ideas …");
        await site.Start();
        await site.Kill();
        var imported = await site.Run(["import", "ideas", file]);
        File.Delete(file);
        var skipped = int.Parse(Skipped().Match(imported).Groups[1].Value, CultureInfo.InvariantCulture);
        promises.Hold($"every document was imported ({imported.Trim()})", skipped == 0);

        await site.Start();
        var own = await AskAllAsync(collection, site, written, "embedded", promises);
        if (elasticsearch is null)
        {
            Console.WriteLine("Elasticsearch: skipped, because no --elasticsearch ADDRESS was given.");
            return;
        }
        await site.Kill();
        await site.Start(new() { ["Search__Engine"] = "Elasticsearch", ["Search__Elasticsearch__Url"] = elasticsearch, ["Search__Elasticsearch__IndexPrefix"] = $"hd-bench-{Guid.NewGuid().ToString("N")[..6]}" });
        var theirs = await AskAllAsync(collection, site, written, "Elasticsearch", promises);
        Console.WriteLine();
        var alike = own.Average(question => question.Value.Take(10).Intersect(theirs[question.Key].Take(10)).Count());
        promises.AimAtMost("of the first ten answers, what the engines do not share", 10 - alike, 3);
    }

    static async Task<Dictionary<(string, string), IReadOnlyList<string>>> AskAllAsync(Collection collection, Site site, (int Written, string LastId, string LastTitle) documents, string engine, Promises promises)
    {
        using var client = new SearchClient(site.Address);
        await client.UntilFoundAsync(documents.LastId, documents.LastTitle, Patience);
        var answers = new Dictionary<(string, string), IReadOnlyList<string>>();
        var rows = new List<string[]>();
        var refused = 0;
        foreach (var (wording, questions) in collection.Questions())
        {
            var (fits, times) = (new List<Relevance>(), new List<double>());
            foreach (var (id, text) in questions)
            {
                var answer = await client.AskAsync(text, 100);
                refused += answer.Status == 200 ? 0 : 1;
                answers[(wording, id)] = answer.Ids;
                fits.Add(Relevance.Of(answer.Ids, collection.Judgements[id]));
                times.Add(answer.Milliseconds);
            }
            times.Sort();
            var mean = Relevance.Mean(fits);
            rows.Add([wording, $"{questions.Count}", Figure(mean.Ndcg, "0.000"), Figure(mean.Recall, "0.000"), Figure(mean.Reciprocal, "0.000"), Figure(times[times.Count / 2], "0.0"), Figure(times[(int)((times.Count - 1) * 0.99)], "0.0")]);
        }
        Console.WriteLine($"\n{engine}, {documents.Written} documents, one question after the other, 100 answers each; means over all judged questions, of which {collection.Answerable} have an answer\n");
        Table.Print(["wording", "questions", "nDCG@10", "recall@100", "MRR", "p50 ms", "p99 ms"], rows);
        promises.Hold($"every question was answered by {engine}", refused == 0);
        return answers;
    }

    static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"skipped (\d+)")]
    private static partial Regex Skipped();
}
