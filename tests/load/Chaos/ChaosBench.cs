using System.Diagnostics;

namespace HealthDoers.Load.Chaos;

/// <summary>
/// People talk in one room while its server is killed (SIGKILL) and started again, over and over. Whatever was
/// acknowledged must be there afterwards: once, and in its order.
/// </summary>
static class ChaosBench
{
    const int SendersPerMember = 3;

    public static async Task Run(bool brief, Promises promises)
    {
        var (members, length) = brief ? (3, TimeSpan.FromSeconds(20)) : (8, TimeSpan.FromMinutes(3));
        await using var site = Site.Application();
        await site.Start();
        var rooms = new List<RoomClient>();
        try
        {
            for (var member = 1; member <= members; member++)
                rooms.Add(new(site.Address, await Token(site, member)));
            await Talk(site, rooms, length, promises);
        }
        finally
        {
            rooms.ForEach(room => room.Dispose());
        }
    }

    static async Task Talk(Site site, List<RoomClient> rooms, TimeSpan length, Promises promises)
    {
        var senders = rooms.SelectMany(room => Enumerable.Repeat(room, SendersPerMember)).Select((room, n) => new Sender($"Sender {n + 1}", room, n)).ToList();
        using var enough = new CancellationTokenSource();
        using var stop = new CancellationTokenSource(length + TimeSpan.FromSeconds(60));
        var reading = Read(rooms[0], enough.Token);
        var sending = senders.Select(sender => sender.Send(enough.Token, stop.Token)).ToList();

        var kills = await KillAndStart(site, length, sending);
        await enough.CancelAsync();
        await Task.WhenAll(sending);
        var seen = await reading;

        // The last word is that of a server that read everything from disk.
        await site.Kill();
        await site.Start();
        var log = await rooms[0].After(0) ?? throw new BenchStoppedException($"The room could not be read after the last start.\n{site.Log}");
        var verdict = Verdict.Of([.. senders.Select(sender => sender.Acknowledged)], seen, log);

        promises.Hold($"the server was killed {kills} times and came back", kills > 0);
        promises.Hold("a message sent twice was answered with the same place", senders.Sum(sender => sender.Contradicted) == 0);
        promises.Hold("everything acknowledged is there, once, in its order", verdict is { Acknowledged: > 0, Lost: 0, Doubled: 0, OutOfOrder: 0 });
        Console.WriteLine(verdict);
    }

    static async Task<int> KillAndStart(Site site, TimeSpan length, List<Task> sending)
    {
        // The same moments in every run, so that a failure can be had again; what they hit still differs.
        var chance = new Random(20);
        var since = Stopwatch.StartNew();
        var kills = 0;
        while (since.Elapsed < length)
        {
            await Task.Delay(chance.Next(500, 3_000));
            if (sending.Find(task => task.IsFaulted) is { } broken)
                await broken;
            await site.Kill();
            kills++;
            await site.Start();
        }
        return kills;
    }

    /// <summary>Follows the room as a program would, from where it was, whether the server is there or not.</summary>
    static async Task<List<Item>> Read(RoomClient room, CancellationToken enough)
    {
        var seen = new List<Item>();
        while (!enough.IsCancellationRequested)
        {
            if (await room.After(seen.Count == 0 ? 0 : seen[^1].Seq) is { } more)
                seen.AddRange(more);
            await Task.Delay(100, CancellationToken.None);
        }
        return seen;
    }

    static async Task<string> Token(Site site, int member)
    {
        var email = $"sender{member}@example.org";
        await site.Run(["create-member", email, "--handle", $"sender_{member}", "--role", "editor"], "enough words to be heard\n");
        var answer = await site.Run(["create-token", email, "--scope", "read,write"]);
        return answer.Trim().Split(['\n', ' ']).Last();
    }
}
