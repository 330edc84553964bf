using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HealthDoers.Load.Chaos;

/// <summary>A throw-away PostgreSQL cluster on a loopback port, with every safety on, which can be killed as a power cut kills it.</summary>
sealed class PostgreSql : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Directory.CreateTempSubdirectory("healthdoers-bench-pg-").FullName;
    readonly int port = FreePort();

    /// <summary>The folder of its programs, or null where it is not installed.</summary>
    public static string? Programs { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    public Dictionary<string, string> Settings => new()
    {
        ["Database__Provider"] = "PostgreSql",
        ["ConnectionStrings__Default"] = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;MaxPoolSize=60"),
    };

    string Data => Path.Combine(folder, "data");

    public async Task CreateAsync()
    {
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await AsServerAsync("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    }

    /// <summary>Starts, or starts again and repairs what a kill left.</summary>
    public async Task StartAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await AsServerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o",
                    string.Create(CultureInfo.InvariantCulture, $"-p {port} -h 127.0.0.1 -k {folder} -c max_connections=150"), "start");
                return;
            }
            catch (BenchStoppedException) when (since.Elapsed < Patience)
            {
                await Task.Delay(500); // what was killed may still be going away
            }
        }
    }

    /// <summary>Ends the server and every process of it at once (SIGKILL).</summary>
    public async Task KillAsync()
    {
        var first = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        using var server = Process.GetProcessById(int.Parse(first, CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await AsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The server refuses to run as root.</summary>
    static Task AsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        // No pipe is inherited by the server that pg_ctl leaves behind: it would be waited for.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new BenchStoppedException(string.Create(CultureInfo.InvariantCulture, $"{program} {arguments[^1]} ended with {process.ExitCode}."));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
