using System.Diagnostics;

namespace HealthDoers.Load;

/// <summary>What one stretch of load on one page showed.</summary>
public sealed record Shot(double PerSecond, double P50, double P99, double CpuPerRequest, double Kilobytes, int Refused)
{
    /// <summary>Loads one page for a while, each connection asking again as soon as it is answered.</summary>
    public static async Task<Shot> Take(Target target, TimeSpan length, int connections)
    {
        using var stop = new CancellationTokenSource(length + TimeSpan.FromSeconds(30));
        var cpu = Cpu.Milliseconds(target.Site.Processes);
        var since = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Ask(target, since, length, stop.Token))));
        var took = since.Elapsed.TotalSeconds;
        cpu = Cpu.Milliseconds(target.Site.Processes) - cpu;

        var latencies = all.SelectMany(asked => asked.Latencies).Order().ToArray();
        return new(latencies.Length / took, At(latencies, 0.50), At(latencies, 0.99), cpu / latencies.Length,
            all.Sum(asked => asked.Bytes) / 1024.0 / latencies.Length, all.Sum(asked => asked.Refused));
    }

    /// <summary>The median of each figure over the rounds.</summary>
    public static Shot Median(IReadOnlyCollection<Shot> rounds)
    {
        double Middle(Func<Shot, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
        return new(Middle(shot => shot.PerSecond), Middle(shot => shot.P50), Middle(shot => shot.P99), Middle(shot => shot.CpuPerRequest),
            Middle(shot => shot.Kilobytes), rounds.Sum(shot => shot.Refused));
    }

    static async Task<(List<double> Latencies, long Bytes, int Refused)> Ask(Target target, Stopwatch clock, TimeSpan length, CancellationToken stop)
    {
        using var wire = new Wire(new(target.Site.Address, target.Path), target.Headers);
        var (latencies, bytes, refused) = (new List<double>(16 * 1024), 0L, 0);
        while (clock.Elapsed < length)
        {
            var asked = Stopwatch.GetTimestamp();
            var (status, size) = await wire.Get(stop);
            latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            bytes += size;
            refused += status == 200 ? 0 : 1;
        }
        return (latencies, bytes, refused);
    }

    static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}

/// <summary>One page of one site, and how it is asked for.</summary>
public sealed record Target(string Name, Site Site, string Path, IReadOnlyDictionary<string, string> Headers);
