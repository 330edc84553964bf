using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthDoers.Load;

/// <summary>
/// The application's most visited pages beside the bare page: from the cache, without it, and signed in. Judged by CPU
/// per request, which is the steadiest figure on a shared machine.
/// </summary>
static partial class PagesBench
{
    const string Home = "home", List = "story list", Story = "story, 50 comments";

    static readonly Dictionary<string, string> Plain = [];
    static readonly Dictionary<string, string> AsBrowsersAsk = new() { ["Accept-Encoding"] = "gzip, deflate, br" };

    public static async Task Run(bool brief, Promises promises)
    {
        var pace = Pace.For(brief);
        await using var bare = Site.Bare();
        await bare.Start();
        // As the application below: its first page was asked for, then nobody asked for anything.
        await Task.Delay(brief ? 1_000 : 5_000);
        var bareIdle = Cpu.ResidentMegabytes(bare.Processes);
        var (barePage, plainText) = (new Target("bare page", bare, "/", Plain), new Target("Kestrel plain text", bare, "/plain", Plain));

        await using var site = Site.Application();
        Console.Error.WriteLine("Making the community: 500 members, 2,000 stories …");
        // Migrated and given its starter content first, as a server does it.
        await site.Start();
        await site.Kill();
        var made = await site.Run(["demo", "--members", "500", "--stories", "2000"]);
        await site.Run(["create-member", "reader@example.org", "--handle", "bench_reader"], "long enough to read with\n");

        await site.Start();
        var started = site.FirstPageAfter;
        var story = await StoryWithComments(site, made);
        // The index and the map are filled in the background of a start; idle is what comes after.
        await Task.Delay(brief ? 1_000 : 15_000);
        var idle = Cpu.ResidentMegabytes(site.Processes);

        Console.Error.WriteLine("Loading cached pages …");
        var cached = await Rounds.Measure(pace, plainText, barePage,
            new(Home, site, "/", AsBrowsersAsk), new(List, site, "/stories", AsBrowsersAsk), new(Story, site, story, AsBrowsersAsk));
        Report("From the cache, compressed", cached);

        await site.Kill();
        await site.Start(new() { ["Cache__Pages"] = "false" });
        Console.Error.WriteLine("Loading pages without the cache …");
        var fresh = await Rounds.Measure(pace, barePage,
            new(Home, site, "/", Plain), new(List, site, "/stories", Plain), new(Story, site, story, Plain));
        Report("Without the cache, not compressed", fresh);

        Console.Error.WriteLine("Loading pages signed in …");
        var member = new Dictionary<string, string> { ["Cookie"] = await SignedIn.Cookies(site, "reader@example.org", "long enough to read with") };
        var own = await Rounds.Measure(pace, barePage,
            new(Home, site, "/", member), new(List, site, "/stories", member), new(Story, site, story, member));
        Report("Signed in, not compressed", own);

        Console.WriteLine();
        foreach (var page in new[] { Home, List, Story })
            promises.AimAtMost($"{page} from the cache, CPU ms/request", cached[page].CpuPerRequest, 0.06);
        foreach (var (page, limit) in new[] { (List, 1.5), (Home, 2.5), (Story, 2.5) })
            promises.AimAtMost($"{page} without the cache, times the bare page", fresh[page].CpuPerRequest / fresh[barePage.Name].CpuPerRequest, limit);
        foreach (var page in new[] { Home, List, Story })
            promises.AimAtMost($"{page} signed in, times the bare page", own[page].CpuPerRequest / own[barePage.Name].CpuPerRequest, 3);
        promises.AimAtMost("first page after the start of the process, seconds", started.TotalSeconds, 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The bare page is resident with {bareIdle:0} MB when idle; the application with {idle / bareIdle:0.00} times that."));
        promises.AimAtMost("resident when idle, MB", idle, 180);
        promises.Hold("every page was answered with 200", cached.Concat(fresh).Concat(own).All(shot => shot.Value.Refused == 0));
    }

    static void Report(string what, Dictionary<string, Shot> shots)
    {
        Console.WriteLine($"\n{what}\n");
        Table.Print(shots, shots["bare page"]);
    }

    /// <summary>The story that everybody answers to, as <c>demo</c> names it; its page has to show it.</summary>
    static async Task<string> StoryWithComments(Site site, string made)
    {
        var path = LongStory().Match(made).Value;
        using var client = new HttpClient { BaseAddress = site.Address };
        var comments = path.Length == 0 ? 0 : CommentMark().Count(await client.GetStringAsync(path));
        return comments >= 50
            ? path
            : throw new BenchStoppedException(string.Create(CultureInfo.InvariantCulture, $"{path} shows {comments} comments, not 50, so the long story cannot be measured.\n{made}"));
    }

    [GeneratedRegex("/stories/[a-z0-9-]*with-50-comments")]
    private static partial Regex LongStory();

    [GeneratedRegex("""id="comment-[^"]+"[^>]*>""")]
    private static partial Regex CommentMark();
}
