using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HealthDoers.Load.Search;

/// <summary>Import, reindex and questions by eight at once, on ideas of 150 words whose words are as unevenly common as those of a language.</summary>
static class SpeedRun
{
    const int Clients = 8;
    const int Vocabulary = 40_000;
    const int WordsEach = 150;

    public static async Task Run(bool brief, Promises promises)
    {
        var documents = brief ? 10_000 : 100_000;
        await using var site = Site.Application();
        var file = Path.GetTempFileName();
        var last = Write(file, documents);
        Console.Error.WriteLine($"Importing {documents} made-up ideas …");
        await site.Start();
        await site.Kill();
        var since = Stopwatch.StartNew();
        await site.Run(["import", "ideas", file]);
        var importing = since.Elapsed.TotalSeconds;
        File.Delete(file);

        await site.Start();
        using var client = new SearchClient(site.Address);
        await client.UntilFoundAsync(last.Id, last.Title, TimeSpan.FromMinutes(8));
        var refilling = await ReindexAsync(site, client);

        Console.Error.WriteLine("Asking …");
        var round = TimeSpan.FromSeconds(brief ? 3 : 10);
        var rows = new List<string[]>();
        var refused = 0;
        foreach (var (name, most, questions) in Questions())
        {
            await LoadAsync(site, questions, TimeSpan.FromSeconds(2));
            var (times, failed, cpu) = await LoadAsync(site, questions, round);
            refused += failed;
            var p99 = times[(int)((times.Count - 1) * 0.99)];
            rows.Add([name, Figure(times.Count / round.TotalSeconds), Figure(times[times.Count / 2]), Figure(p99), Figure(cpu)]);
            promises.AimAtMost($"{name}, p99 ms at {Clients} clients", p99, most);
        }
        Console.WriteLine($"\n{documents} ideas, {Clients} clients\n");
        Table.Print(["questions", "requests/s", "p50 ms", "p99 ms", "CPU ms/request"], rows);
        Console.WriteLine();
        promises.AimAtMost("import, ms for 1,000 rows", importing * 1_000_000 / documents, 1_000 / 1.5);
        promises.AimAtMost("reindex, ms for 1,000 documents", refilling.TotalMilliseconds * 1_000 / documents, 250);
        promises.AimAtMost("resident, MB", Cpu.ResidentMegabytes(site.Processes), 300);
        promises.Hold("every question was answered with 200", refused == 0);
    }

    static async Task<TimeSpan> ReindexAsync(Site site, SearchClient client)
    {
        await site.Run(["reindex"]);
        var patience = Stopwatch.StartNew();
        while (!(await client.AskAsync("")).IsRebuilding)
        {
            if (patience.Elapsed > TimeSpan.FromSeconds(20))
                throw new BenchStoppedException("The index was not built anew within 20 s of being asked to.");
            await Task.Delay(10);
        }
        var since = Stopwatch.StartNew();
        while ((await client.AskAsync("")).IsRebuilding)
            await Task.Delay(50);
        return since.Elapsed;
    }

    static async Task<(List<double> Times, int Refused, double Cpu)> LoadAsync(Site site, string[] questions, TimeSpan length)
    {
        var cpu = Cpu.Milliseconds(site.Processes);
        var since = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            using var client = new SearchClient(site.Address);
            var (times, refused) = (new List<double>(), 0);
            for (var at = number; since.Elapsed < length; at++)
            {
                var answer = await client.AskAsync(questions[at % questions.Length]);
                times.Add(answer.Milliseconds);
                refused += answer.Status == 200 ? 0 : 1;
            }
            return (times, refused);
        })));
        var times = all.SelectMany(one => one.times).Order().ToList();
        return (times, all.Sum(one => one.refused), (Cpu.Milliseconds(site.Processes) - cpu) / times.Count);
    }

    /// <summary>Rare words in twos and threes; the commonest words; beginnings of two letters.</summary>
    static IEnumerable<(string Name, double Most, string[] Questions)> Questions()
    {
        var random = new Random(7);
        yield return ("selective", 25, [.. Enumerable.Range(0, 500).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(2, 4)).Select(_ => Word(random.Next(300, 8_000)))) + " ")]);
        yield return ("commonest words", 60, [.. Enumerable.Range(0, 100).Select(at => Word(at % 20) + (at < 50 ? " " : " " + Word(random.Next(20)) + " "))]);
        yield return ("shortest prefixes", 60, [.. Enumerable.Range(0, 200).Select(_ => Word(random.Next(2_000))[..2])]);
    }

    static (string Id, string Title) Write(string file, int documents)
    {
        var random = new Random(42);
        using var ideas = new StreamWriter(file);
        var (id, title) = ("", "");
        for (var number = 0; number < documents; number++)
        {
            var words = Enumerable.Range(0, WordsEach).Select(_ => Word(Uneven(random))).ToArray();
            (id, title) = ($"made-{number}", string.Join(' ', words[..8]));
            ideas.WriteLine(JsonSerializer.Serialize(new { externalId = id, title, summary = string.Join(' ', words[8..25]), body = string.Join(' ', words[25..]) }));
        }
        return (id, title);
    }

    /// <summary>The word of a rank comes about as often as Zipf has it.</summary>
    static int Uneven(Random random) => (int)Math.Pow(Vocabulary, random.NextDouble()) - 1;

    /// <summary>Something to say for each rank.</summary>
    static string Word(int rank)
    {
        const string Heads = "bcdfghjklmnprstvw", Hearts = "aeiou", Tails = "lmnrst";
        var word = new StringBuilder();
        for (var rest = rank + 300; rest > 0; rest /= Heads.Length * Hearts.Length)
            word.Append(Heads[rest % Heads.Length]).Append(Hearts[rest / Heads.Length % Hearts.Length]);
        return word.Append(Tails[rank % Tails.Length]).ToString();
    }

    static string Figure(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
