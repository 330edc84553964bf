using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace HealthDoers.Load.Notify;

/// <summary>
/// A story in a hub that a small town follows: how long until everybody is told, and what those who read pages notice of
/// it, quiet rounds and busy ones in turn. Then the digests of ten thousand people.
/// </summary>
static partial class NotifyBench
{
    const string Password = "long enough to read with";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task Run(bool brief, Promises promises)
    {
        var (followers, readers, rounds) = brief ? (5_000, 500, 2) : (50_000, 10_000, 3);
        await using var site = Site.Application();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Making {followers:#,0} followers of one hub …"));
        await site.Start();
        await site.Kill();
        await site.Run(["demo", "--members", "50", "--stories", "200"]);
        await site.Run(["create-member", "author@example.org", "--handle", "bench_author"], Password + "\n");
        var crowd = new Crowd(site.Database);
        var (hub, topic) = crowd.Hub();
        crowd.Fill("bench_author", hub, followers);
        await site.Start(new() { ["Cache__Pages"] = "false" });
        await Task.Delay(brief ? 2_000 : 15_000);

        var cookies = await SignedIn.Cookies(site, "author@example.org", Password);
        var page = new Target("story list", site, "/stories", new Dictionary<string, string> { ["Cookie"] = cookies });
        await Shot.Take(page, TimeSpan.FromSeconds(3), 4);
        var (quiet, busy, took) = (new List<Shot>(), new List<Shot>(), new List<double>());
        var complete = true;
        for (var round = 0; round < rounds; round++)
        {
            quiet.Add(await Shot.Take(page, TimeSpan.FromSeconds(brief ? 2 : 5), 4));
            var title = string.Create(CultureInfo.InvariantCulture, $"A garden that sixty families eat from {round}");
            var since = Stopwatch.StartNew();
            await PublishAsync(site, cookies, title, topic);
            var telling = UntilAsync(() => crowd.Told(title).Told >= followers);
            // Loaded for as long as members are being told, and not a moment longer.
            while (!telling.IsCompleted)
                busy.Add(await Shot.Take(page, TimeSpan.FromSeconds(1), 4));
            complete &= await telling;
            took.Add(since.Elapsed.TotalSeconds);
            complete &= crowd.Told(title) == (followers, followers);
        }
        Table.Print(["round", "requests/s", "p50 ms", "p99 ms"],
            [Row("quiet", Shot.Median(quiet)), Row("busy", Shot.Median(busy))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{followers:#,0} told after {string.Join(", ", took.Select(t => t.ToString("0.0", CultureInfo.InvariantCulture)))} s\n"));
        promises.Hold("everybody has one notification and one digest entry of each story", complete);
        promises.Hold(string.Create(CultureInfo.InvariantCulture, $"no commit had more than 500 rows (the largest {crowd.MostInACommit()})"), crowd.MostInACommit() <= 500);
        promises.Hold("every page was answered with 200", quiet.Concat(busy).All(shot => shot.Refused == 0));
        promises.AimAtMost("seconds until all are told, the slowest", took.Max(), 30);
        promises.AimAtMost("p99 of a page meanwhile, times the quiet one", Shot.Median(busy).P99 / Shot.Median(quiet).P99, 2);

        await DigestsAsync(site, crowd, readers, promises);
    }

    static async Task DigestsAsync(Site site, Crowd crowd, int readers, Promises promises)
    {
        await site.Kill();
        crowd.MakeDigestsDue(readers);
        await site.Start();
        var (before, since, most) = (Cpu.ResidentMegabytes(site.Processes), Stopwatch.StartNew(), 0.0);
        var sent = await UntilAsync(() =>
        {
            most = Math.Max(most, Cpu.ResidentMegabytes(site.Processes));
            return crowd.Digests().Sent >= readers;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{readers:#,0} digests begun, written and handed over in {since.Elapsed.TotalSeconds:0.0} s; resident {before:0} MB before, {most:0} MB at most\n"));
        promises.Hold("everybody has exactly one digest", sent && crowd.Digests() == (readers, readers, readers));
    }

    static async Task PublishAsync(Site site, string cookies, string title, string topic)
    {
        // The form's own cookie is kept with those of the session.
        var jar = new CookieContainer();
        jar.SetCookies(site.Address, cookies.Replace("; ", ",", StringComparison.Ordinal));
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var token = Token().Match(await client.GetStringAsync("/stories/new")).Groups[1].Value;
        using var answer = await client.PostAsync("/stories/new", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Title"] = title,
            ["Input.WhatChanged"] = "Sixty families eat from it.",
            ["Input.Topics"] = topic,
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
        }));
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new BenchStoppedException($"The story was answered with {(int)answer.StatusCode}, not published.");
    }

    static async Task<bool> UntilAsync(Func<bool> holds)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(250))
            if (holds())
                return true;
        return false;
    }

    static string[] Row(string name, Shot shot) =>
        [name, shot.PerSecond.ToString("#,0", CultureInfo.InvariantCulture), shot.P50.ToString("0.0", CultureInfo.InvariantCulture), shot.P99.ToString("0.0", CultureInfo.InvariantCulture)];

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
