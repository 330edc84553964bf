using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HealthDoers.Load.Map;

/// <summary>
/// The map with 100,000 entries beside npm supercluster on the same points in the same run: how long the index takes, how
/// long any view takes over HTTP, how much is sent, and how soon a new entry is there.
/// </summary>
static partial class MapBench
{
    const int Clients = 8;
    const string Password = "long enough to map with";

    static readonly Dictionary<string, string> AsBrowsersAsk = new() { ["Accept-Encoding"] = "gzip, deflate, br" };

    public static async Task Run(bool brief, Promises promises)
    {
        var count = brief ? 20_000 : 100_000;
        var folder = Directory.CreateTempSubdirectory("healthdoers-map-");
        try
        {
            var points = Path.Combine(folder.FullName, "points.geojson");
            await File.WriteAllTextAsync(points, MadePoints.GeoJson(count));
            var peer = await Peer.Measure(points, MadePoints.Views(500), folder.FullName);

            await using var site = Site.Application();
            // Migrated and given its starter content first, as a server does it.
            await site.Start();
            await site.Kill();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Bringing in {count:#,0} entries …"));
            await site.Run(["import", "map", points]);
            await site.Run(["create-member", "mapper@example.org", "--handle", "bench_mapper"], Password + "\n");
            await site.Start(new() { ["Logging__LogLevel__HealthDoers.Web.Map"] = "Information" });
            var build = await FilledAfter(site);
            await Task.Delay(brief ? 500 : 3_000);
            var resident = Cpu.ResidentMegabytes(site.Processes);

            var shots = await Load(site, brief);
            Console.WriteLine("\nGET /api/map/features, and places by name\n");
            Table.Print(shots, shots["the world, zoom 0"]);
            var (largest, compressed) = await LargestAnswers(site, MadePoints.Views(brief ? 100 : 500));
            var seen = await NewEntrySeenAfter(site);

            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"npm supercluster: index {peer.Build:0} ms, a view {peer.Ask:0.000} ms in its own process, {peer.Megabytes:0} MB; ours: index {build:0} ms, {resident:0} MB for the whole site"));
            promises.AimAtMost("index build, times supercluster", build / peer.Build, 1);
            foreach (var (view, shot) in shots)
                promises.AimAtMost($"{view}, p99 ms at {Clients} clients", shot.P99, 20);
            promises.AimAtMost("a new entry is seen after, seconds", seen.TotalSeconds, 1);
            promises.Hold("every view was answered with 200", shots.All(shot => shot.Value.Refused == 0));
            promises.Hold(string.Create(CultureInfo.InvariantCulture, $"the largest answer is under 12 KB ({largest / 1024.0:0.0}) and 5 KB compressed ({compressed / 1024.0:0.0})"), largest < 12 * 1024 && compressed < 5 * 1024);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Task<Dictionary<string, Shot>> Load(Site site, bool brief)
    {
        Target View(string name, string query) => new(name, site, "/api/map/features?" + query, AsBrowsersAsk);
        return Rounds.Measure(Pace.For(brief) with { Connections = Clients },
            View("the world, zoom 0", "zoom=0"),
            View("the world, zoom 20", "zoom=20"),
            View("a continent, zoom 4", "bbox=-130,20,-60,55&zoom=4"),
            View("over the date line, zoom 3", "bbox=120,-60,-100,60&zoom=3"),
            View("a state, zoom 7", "bbox=-92,36,-86,43&zoom=7"),
            View("a town, zoom 12", "bbox=-88,41.7,-87.5,42.1&zoom=12"),
            View("two layers of the world", "zoom=2&layers=community,changeAgent"),
            View("a topic of the world", "zoom=2&topic=food-access"),
            View("words in the world", "zoom=2&q=garden"),
            new("a place by a misspelled name", site, "/api/places?q=Watervlile%20Maine", AsBrowsersAsk));
    }

    static async Task<double> FilledAfter(Site site)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (Filled().Match(site.Log) is { Success: true } filled)
                return double.Parse(filled.Groups[1].Value, CultureInfo.InvariantCulture);
            await Task.Delay(100);
        }
        throw new BenchStoppedException($"The map was not filled within a minute.\n{site.Log}");
    }

    static async Task<(int Plain, int Compressed)> LargestAnswers(Site site, IEnumerable<(double[] Box, int Zoom)> views)
    {
        using var plain = new HttpClient { BaseAddress = site.Address };
        using var packed = new HttpClient { BaseAddress = site.Address };
        packed.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var (largest, compressed) = (0, 0);
        foreach (var (box, zoom) in views)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"/api/map/features?bbox={string.Join(',', box.Select(part => part.ToString(CultureInfo.InvariantCulture)))}&zoom={zoom}");
            largest = Math.Max(largest, (await plain.GetByteArrayAsync(query)).Length);
            compressed = Math.Max(compressed, (await packed.GetByteArrayAsync(query)).Length);
        }
        return (largest, compressed);
    }

    /// <summary>Added by the form, as a person does, and looked for until the map shows it.</summary>
    static async Task<TimeSpan> NewEntrySeenAfter(Site site)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Cookie", await SignedIn.Cookies(site, "mapper@example.org", Password));
        var form = await client.GetAsync("/map/add");
        var token = WebUtility.HtmlDecode(Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value);
        using var posted = await client.PostAsync("/map/add", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Step"] = "3",
            ["Input.Kind"] = "Community",
            ["Input.Name"] = "Zinnia watchers",
            ["Input.Where.Search"] = "Maywood, Illinois, United States",
            ["Input.Where.Precision"] = "Near",
            ["__RequestVerificationToken"] = token,
        }));
        var since = Stopwatch.StartNew();
        if ((int)posted.StatusCode != 303)
            throw new BenchStoppedException($"The new entry was answered with {(int)posted.StatusCode}, not a redirect.");
        while (since.Elapsed < TimeSpan.FromSeconds(30))
        {
            using var answer = JsonDocument.Parse(await client.GetByteArrayAsync("/api/map/features?q=zinnia"));
            if (answer.RootElement.GetProperty("features").GetArrayLength() > 0)
                return since.Elapsed;
            await Task.Delay(5);
        }
        throw new BenchStoppedException("The new entry did not come onto the map.");
    }

    [GeneratedRegex(@"The map was filled with \d+ markers; its tree took (\d+) ms")]
    private static partial Regex Filled();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
