using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HealthDoers.Tests.Web.Data;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace HealthDoers.Tests.Web.Data;

/// <summary>A throw-away cluster on a loopback port, started by the first test that asks for it. Without PostgreSQL on the machine those tests are skipped.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    readonly Lazy<Task<string?>> _started;
    readonly string _folder = Path.Combine(Path.GetTempPath(), $"healthdoers-pg-{Guid.NewGuid():N}");
    readonly int _port = FreePort();

    public PostgreSqlServer() => _started = new(StartAsync);

    static string? Bin => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    /// <summary>The connection string of a new, empty database; skips the test where there is no server.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var server = await _started.Value;
        Assert.SkipWhen(server is null, "PostgreSQL is not installed here.");
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    async Task<string?> StartAsync()
    {
        if (Bin is not { } bin)
            return null;
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", _folder);
        await AsServerAsync(Path.Combine(bin, "initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await AsServerAsync(Path.Combine(bin, "pg_ctl"), "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {_port} -h 127.0.0.1 -k {_folder} -c fsync=off -c max_connections=600", "start");
        return $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";
    }

    string Data => Path.Combine(_folder, "data");

    /// <summary>The server refuses to run as root.</summary>
    static Task AsServerAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : RunAsync(program, arguments);

    static async Task RunAsync(string program, params string[] arguments)
    {
        // No pipe is inherited by the server that pg_ctl leaves behind: it would be waited for.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated || await _started.Value is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await AsServerAsync(Path.Combine(Bin!, "pg_ctl"), "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }
}
