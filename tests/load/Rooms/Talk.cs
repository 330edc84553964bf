using System.Diagnostics;

namespace HealthDoers.Load.Rooms;

/// <summary>Rooms of one site with people who listen in them, and a way to say something there.</summary>
sealed class Talk : IAsyncDisposable
{
    const int AtOnce = 20;
    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    readonly Site site;
    readonly IReadOnlyList<string> rooms;
    readonly int each;
    readonly Func<int, string, string, CancellationToken, Task> say;
    readonly Hearing hearing;
    readonly List<Ear> ears = [];
    readonly CancellationTokenSource over = new();

    /// <param name="each">Listeners in each of the rooms.</param>
    /// <param name="say">Says something as the sender of this number in a room, and returns when it is acknowledged.</param>
    public Talk(Site site, IReadOnlyList<string> rooms, int each, Hearing hearing, Func<int, string, string, CancellationToken, Task> say) =>
        (this.site, this.rooms, this.each, this.hearing, this.say) = (site, rooms, each, hearing, say);

    public int Connections => ears.Count;

    /// <summary>Of the server, for each connection.</summary>
    public double Kilobytes { get; private set; }

    public async Task GatherAsync()
    {
        var before = Cpu.ResidentMegabytes(site.Processes);
        foreach (var some in rooms.SelectMany(room => Enumerable.Repeat(room, each)).Chunk(AtOnce))
        {
            var come = some.Select(room => (Ear: new Ear(hearing), Room: room)).ToList();
            ears.AddRange(come.Select(one => one.Ear));
            await Task.WhenAll(come.Select(one => one.Ear.JoinAsync(site.Address, one.Room, over.Token))).WaitAsync(TimeSpan.FromSeconds(30));
        }
        Kilobytes = (Cpu.ResidentMegabytes(site.Processes) - before) * 1024 / ears.Count;
        _ = PingAsync();
    }

    /// <summary>So many messages a second, whether the ones before are acknowledged or not.</summary>
    public Task<Heard> SteadyAsync(double perSecond, TimeSpan length) => MeasureAsync(async stop =>
    {
        var pace = TimeSpan.FromSeconds(1 / perSecond);
        var all = new List<Task>();
        var since = Stopwatch.StartNew();
        for (var number = 0; since.Elapsed < length; number++)
        {
            if (pace * number - since.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early, stop);
            all.Add(SayAsync(number, stop));
        }
        await Task.WhenAll(all);
        return all.Count;
    });

    /// <summary>Each sender says the next thing as soon as the last is acknowledged.</summary>
    public Task<Heard> ClosedLoopAsync(int senders, TimeSpan length) => MeasureAsync(async stop =>
    {
        var since = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(async () =>
        {
            var count = 0;
            for (; since.Elapsed < length; count++)
                await SayAsync(sender, stop);
            return count;
        })));
        return counts.Sum();
    });

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        ears.ForEach(ear => ear.Dispose());
        over.Dispose();
    }

    Task SayAsync(int number, CancellationToken stop) => say(number, rooms[number % rooms.Count], hearing.Say(each), stop);

    async Task<Heard> MeasureAsync(Func<CancellationToken, Task<int>> talkAsync)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
        stop.CancelAfter(TimeSpan.FromMinutes(2));
        var (cpu, deliveries, doubled) = (Cpu.Milliseconds(site.Processes), hearing.Deliveries, hearing.Doubled);
        var since = Stopwatch.StartNew();
        var acknowledged = await talkAsync(stop.Token);
        var took = since.Elapsed.TotalSeconds;
        var (times, missing) = await hearing.SettleAsync(TimeSpan.FromSeconds(20));
        return new(acknowledged, acknowledged / took, times, missing, hearing.Doubled - doubled,
            (Cpu.Milliseconds(site.Processes) - cpu) / Math.Max(1, hearing.Deliveries - deliveries));
    }

    async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(PingEvery, over.Token);
                foreach (var ear in ears)
                    await ear.PingAsync(over.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException or System.Net.WebSockets.WebSocketException)
        {
            // The talk is over, or one has gone: what it did not hear is counted.
        }
    }
}

/// <summary>What one stretch of talk showed.</summary>
/// <param name="Times">Milliseconds from saying to the last listener, in order.</param>
/// <param name="Missing">Deliveries that never came.</param>
/// <param name="Cpu">Milliseconds of the server for each delivery.</param>
sealed record Heard(int Acknowledged, double PerSecond, List<double> Times, int Missing, int Doubled, double Cpu)
{
    public double P50 => At(0.5);

    public double P99 => At(0.99);

    public static Heard Median(IReadOnlyCollection<Heard> rounds)
    {
        double Middle(Func<Heard, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
        return new(rounds.Sum(r => r.Acknowledged), Middle(r => r.PerSecond), [.. rounds.SelectMany(r => r.Times).Order()], rounds.Sum(r => r.Missing), rounds.Sum(r => r.Doubled), Middle(r => r.Cpu));
    }

    double At(double share) => Times.Count == 0 ? double.PositiveInfinity : Times[(int)Math.Min(Times.Count - 1, Times.Count * share)];
}
