using System.Diagnostics;
using System.Globalization;

namespace HealthDoers.Load.Chaos;

/// <summary>
/// People talk in one room while its servers are killed (SIGKILL) and started again, over and over: one server on
/// SQLite, then two on PostgreSQL, where the database dies too. Whatever was acknowledged must be there afterwards:
/// once, in its order, as it was last changed, and the same for everybody.
/// </summary>
static class ChaosBench
{
    static readonly TimeSpan FollowEvery = TimeSpan.FromSeconds(2);

    public static async Task Run(bool brief, Promises promises)
    {
        var shape = brief ? new Shape(24, 500, 2, TimeSpan.FromSeconds(0.5)) : new(200, 10_000, 10, TimeSpan.FromSeconds(4));
        Console.WriteLine("One server, SQLite\n");
        var verdict = await OnSqliteAsync(shape, promises);
        if (PostgreSql.Programs is null)
            Console.WriteLine("\nTwo servers, PostgreSQL: skipped, because PostgreSQL is not installed here.");
        else
        {
            Console.WriteLine("\nTwo servers, PostgreSQL\n");
            verdict += await OnPostgreSqlAsync(shape, promises);
        }
        promises.LastLine = verdict.ToString();
    }

    static async Task<Verdict> OnSqliteAsync(Shape shape, Promises promises)
    {
        await using var site = Site.Application();
        await site.Start();
        return await RunAsync([site], null, shape, promises);
    }

    static async Task<Verdict> OnPostgreSqlAsync(Shape shape, Promises promises)
    {
        await using var database = new PostgreSql();
        await database.CreateAsync();
        await database.StartAsync();
        await using var one = Site.Application(database.Settings);
        await using var other = Site.Application(database.Settings);
        await one.Start();
        await other.Start();
        return await RunAsync([one, other], database, shape, promises);
    }

    static async Task<Verdict> RunAsync(List<Site> nodes, PostgreSql? database, Shape shape, Promises promises)
    {
        var rooms = new List<RoomClient>();
        try
        {
            // A tenth of them are members, each with several devices.
            var tokens = new List<string>();
            for (var member = 1; member <= Math.Clamp(shape.People / 10, 3, 8); member++)
                tokens.Add(await TokenAsync(nodes[0], member));
            rooms.AddRange(Enumerable.Range(0, shape.People).Select(number => new RoomClient(nodes, tokens[number % tokens.Count], number)));
            return await TalkAsync(nodes, database, rooms, shape, promises);
        }
        finally
        {
            rooms.ForEach(room => room.Dispose());
        }
    }

    static async Task<Verdict> TalkAsync(List<Site> nodes, PostgreSql? database, List<RoomClient> rooms, Shape shape, Promises promises)
    {
        var people = rooms.Select((room, number) => new Person($"Person {number + 1}", room, number)).ToList();
        using var enough = new CancellationTokenSource();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var following = people.Select(person => person.FollowAsync(FollowEvery, enough.Token)).ToList();
        var talking = people.Select(person => person.TalkAsync(shape.MostBetween, enough.Token, stop.Token)).ToList();
        var kills = await KillAndStartAsync(nodes, database, shape, people, talking);
        await enough.CancelAsync();
        await Task.WhenAll(talking);
        await Task.WhenAll(following);

        // The last word is that of servers that read everything from disk.
        foreach (var node in nodes)
            await node.Kill();
        foreach (var node in nodes)
            await node.Start();
        foreach (var person in people)
            while (!await person.CatchUpAsync())
                await Task.Delay(100, stop.Token);
        var verdict = Verdict.Of([.. people.Select(person => person.Acknowledged)], [.. people.Select(person => person.Copy)], await LogAsync(rooms[0], stop.Token));

        promises.Hold(string.Create(CultureInfo.InvariantCulture, $"{shape.People} people, {kills} kills of a server{(database is null ? "" : " and one of the database")}, {rooms.Sum(room => room.WasCut)} cut lines"), kills >= shape.Kills);
        promises.Hold("a message sent twice was answered with the same place", people.Sum(person => person.Contradicted) == 0);
        promises.Hold($"everything acknowledged is there, once, in its order, the same for all: {verdict}", verdict.IsKept);
        return verdict;
    }

    static async Task<int> KillAndStartAsync(List<Site> nodes, PostgreSql? database, Shape shape, List<Person> people, List<Task> talking)
    {
        // The same moments in every run, so that a failure can be had again; what they hit still differs.
        var chance = new Random(20);
        var since = Stopwatch.StartNew();
        var kills = 0;
        while (kills < shape.Kills || people.Sum(person => person.Acknowledged.Count) < shape.Messages)
        {
            if (since.Elapsed > TimeSpan.FromMinutes(10))
                throw new BenchStoppedException($"Only {people.Sum(person => person.Acknowledged.Count)} messages were acknowledged in ten minutes.\n{nodes[0].Log}");
            await Task.Delay(kills < shape.Kills ? chance.Next(500, 5_000) : 100);
            if (talking.Find(task => task.IsFaulted) is { } broken)
                await broken;
            if (kills >= shape.Kills)
                continue;
            var node = nodes[chance.Next(nodes.Count)];
            await node.Kill();
            kills++;
            if (database is not null && kills == shape.Kills / 2)
            {
                await database.KillAsync();
                await database.StartAsync();
            }
            await node.Start();
        }
        return kills;
    }

    static async Task<List<Item>> LogAsync(RoomClient room, CancellationToken stop)
    {
        var log = new List<Item>();
        while (true)
        {
            if (await room.LogAsync(log.Count == 0 ? 0 : log[^1].Seq) is not { } page)
            {
                await Task.Delay(100, stop);
                continue;
            }
            log.AddRange(page.Items);
            if (!page.More)
                return log;
        }
    }

    static async Task<string> TokenAsync(Site site, int member)
    {
        var email = $"sender{member}@example.org";
        await site.Run(["create-member", email, "--handle", $"sender_{member}", "--role", "editor"], "enough words to be heard\n");
        var answer = await site.Run(["create-token", email, "--scope", "read,write"]);
        return answer.Trim().Split(['\n', ' ']).Last();
    }

    /// <param name="Messages">At least so many are acknowledged before it ends.</param>
    /// <param name="MostBetween">Between two messages of one person.</param>
    sealed record Shape(int People, int Messages, int Kills, TimeSpan MostBetween);
}
