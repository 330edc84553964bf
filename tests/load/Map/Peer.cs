using System.Diagnostics;
using System.Text.Json;

namespace HealthDoers.Load.Map;

/// <summary>What npm supercluster needs for the same points, measured in the same run.</summary>
/// <param name="Build">Milliseconds, the middle of three.</param>
/// <param name="Ask">Milliseconds for a view, in its own process.</param>
sealed record Peer(double Build, double Ask, double Megabytes)
{
    public static async Task<Peer> Measure(string points, IEnumerable<(double[] Box, int Zoom)> views, string folder)
    {
        var asked = Path.Combine(folder, "views.json");
        await File.WriteAllTextAsync(asked, JsonSerializer.Serialize(views.Select(view => new { box = view.Box, zoom = view.Zoom })));
        var script = Environment.GetEnvironmentVariable("HEALTHDOERS_SUPERCLUSTER")
            ?? throw new BenchStoppedException("HEALTHDOERS_SUPERCLUSTER is not set. Run the bench by ./dev bench map, which installs what it compares with.");
        using var node = Process.Start(new ProcessStartInfo("node", [script, points, asked]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<Peer>(said, JsonSerializerOptions.Web)!
            : throw new BenchStoppedException($"supercluster ended with {node.ExitCode}.\n{said}");
    }
}
