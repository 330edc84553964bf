using System.Globalization;

namespace HealthDoers.Load.Rooms;

/// <summary>
/// People in rooms, beside a bare SignalR hub that inserts the same message and tells the same people. Both have all
/// their listeners the whole time and speak in turn, round by round.
/// </summary>
static class RoomsBench
{
    const double PerSecond = 20;
    const int Senders = 10;
    const int ManySenders = 100;

    public static async Task Run(bool brief, Promises promises)
    {
        var (length, rounds, small) = brief ? (TimeSpan.FromSeconds(2), 1, 10) : (TimeSpan.FromSeconds(8), 3, 50);
        await using var bare = Site.Bare();
        await bare.Start();
        await using var site = Site.Application();
        await site.Start();
        await site.Kill();
        using var ours = new OurRooms(site);
        await ours.AdmitAsync(brief ? 2 : 8);
        await site.Start();
        var open = await ours.OpenAsync(small + 2);
        var rows = new List<string[]>();

        var alone = await AloneAsync(site, ours, open[0], length, rounds);
        rows.Add(["nobody listens, 100 senders", "ours", Figure(alone.PerSecond), "", "", "", ""]);

        var scenes = new List<Scene> { new("200 in one room", [open[0]], 200), new($"{small} rooms of 20", open[2..], 20) };
        if (!brief)
            scenes.Insert(1, new("1,000 in one room", [open[1]], 1_000));
        foreach (var scene in scenes)
        {
            Console.Error.WriteLine($"Listening: {scene.Name} …");
            var hearing = new Hearing();
            using var voices = new BareVoices(bare, hearing);
            await using var here = new Talk(site, scene.Rooms, scene.Each, hearing, ours.SayAsync);
            await using var there = new Talk(bare, scene.Rooms, scene.Each, hearing, voices.SayAsync);
            await there.GatherAsync();
            await here.GatherAsync();

            var (mine, its) = await InTurnAsync(here, there, talk => talk.SteadyAsync(PerSecond, length), rounds);
            Add(rows, $"{scene.Name}, 20 messages/s", here, mine, there, its);
            promises.Hold($"{scene.Name}: each heard each message once", mine is { Missing: 0, Doubled: 0 });
            promises.AimAtMost($"{scene.Name}, CPU per delivery, times the bare hub", mine.Cpu / its.Cpu, 1.5);
            promises.AimAtMost($"{scene.Name}, p99 to the last listener, times the bare hub", mine.P99 / its.P99, 2);
            if (scene.Each == 1_000)
                promises.AimAtMost($"{scene.Name}, p99 ms to the last listener", mine.P99, 150);
            if (scene.Each != 200)
                continue;
            (mine, its) = await InTurnAsync(here, there, talk => talk.ClosedLoopAsync(Senders, length), rounds);
            Add(rows, $"{scene.Name}, as fast as {Senders} can", here, mine, there, its);
            promises.Hold($"{scene.Name}, as fast as they can: each heard each message once", mine is { Missing: 0, Doubled: 0 });
            promises.AimAtMost($"{scene.Name}, messages/s of the bare hub, times ours", its.PerSecond / mine.PerSecond, 1 / 0.6);
        }

        Console.WriteLine("\nTimes run from saying to the last listener.\n");
        Table.Print(["people", "who", "messages/s", "p50 ms", "p99 ms", "CPU µs/delivery", "KB/connection"], rows);
        Console.WriteLine();
        promises.AimAtMost("nobody listens, 100 senders, ms of 1,000 messages", 1_000_000 / alone.PerSecond, 500);
    }

    static async Task<Heard> AloneAsync(Site site, OurRooms ours, string room, TimeSpan length, int rounds)
    {
        await using var talk = new Talk(site, [room], 0, new(), ours.SayAsync);
        await talk.ClosedLoopAsync(ManySenders, length / 2);
        var all = new List<Heard>();
        for (var round = 0; round < rounds; round++)
            all.Add(await talk.ClosedLoopAsync(ManySenders, length));
        return Heard.Median(all);
    }

    static async Task<(Heard Here, Heard There)> InTurnAsync(Talk here, Talk there, Func<Talk, Task<Heard>> measureAsync, int rounds)
    {
        await measureAsync(there);
        await measureAsync(here);
        var (mine, its) = (new List<Heard>(), new List<Heard>());
        for (var round = 0; round < rounds; round++)
        {
            its.Add(await measureAsync(there));
            mine.Add(await measureAsync(here));
        }
        return (Heard.Median(mine), Heard.Median(its));
    }

    static void Add(List<string[]> rows, string what, Talk here, Heard mine, Talk there, Heard its)
    {
        foreach (var (who, talk, heard) in new[] { ("bare hub", there, its), ("ours", here, mine) })
            rows.Add([what, who, Figure(heard.PerSecond), Figure(heard.P50), Figure(heard.P99), Figure(heard.Cpu * 1_000), Figure(talk.Kilobytes)]);
    }

    static string Figure(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    sealed record Scene(string Name, List<string> Rooms, int Each);
}
