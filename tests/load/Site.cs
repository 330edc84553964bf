using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HealthDoers.Load;

/// <summary>A published program in a process of its own, on the loopback address, with a data folder of its own.</summary>
public sealed partial class Site(string program, Dictionary<string, string>? settings = null) : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Directory.CreateTempSubdirectory("healthdoers-bench-").FullName;
    readonly ConcurrentQueue<string> output = new();
    Process? process;

    /// <summary>The application, as <c>./dev bench</c> published it.</summary>
    public static Site Application(Dictionary<string, string>? settings = null) =>
        new(Published("HEALTHDOERS_WEB"), new(settings ?? []) { ["RateLimits__Enabled"] = "false", ["Site__PublicUrl"] = "http://127.0.0.1" });

    /// <summary>The bare page that it is measured against.</summary>
    public static Site Bare() => new(Published("HEALTHDOERS_BARE"));

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>From the start of the process to the end of its first page.</summary>
    public TimeSpan FirstPageAfter { get; private set; }

    /// <summary>The server, and what it started. A bench with a database server adds that one's id.</summary>
    public List<int> Processes { get; } = [];

    public string Log => string.Join('\n', output.TakeLast(40));

    /// <summary>Starts, or starts again at the same address and on the same data.</summary>
    public async Task Start(Dictionary<string, string>? changed = null)
    {
        var since = Stopwatch.StartNew();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = Program(["--urls", Address.ToString()], changed), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Heard(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Heard(line.Data, listening);
        process.Exited += (_, _) => listening.TrySetException(new BenchStoppedException($"The server stopped as it started.\n{Log}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(Patience);
        Processes.Clear();
        Processes.Add(process.Id);
        using var client = new HttpClient { BaseAddress = Address };
        using var page = await client.GetAsync("/");
        FirstPageAfter = since.Elapsed;
    }

    /// <summary>Ends it in the middle of whatever it does (SIGKILL).</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Runs a verb of the command line on the same data and returns its standard output.</summary>
    public async Task<string> Run(string[] verb, string? input = null)
    {
        using var command = new Process { StartInfo = Program(verb, null) };
        command.StartInfo.RedirectStandardInput = true;
        command.Start();
        await command.StandardInput.WriteAsync(input);
        command.StandardInput.Close();
        var errors = command.StandardError.ReadToEndAsync();
        var answer = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return command.ExitCode == 0
            ? answer
            : throw new BenchStoppedException($"`{string.Join(' ', verb)}` ended with {command.ExitCode}.\n{answer}{await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await Kill();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    ProcessStartInfo Program(IEnumerable<string> arguments, Dictionary<string, string>? changed)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Data__Folder"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in (settings ?? []).Concat(changed ?? []))
            start.Environment[name] = value;
        return start;
    }

    void Heard(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            listening.TrySetResult(new(match.Groups[1].Value));
    }

    static string Published(string variable) =>
        Environment.GetEnvironmentVariable(variable) ?? throw new BenchStoppedException($"{variable} is not set. Run the bench by ./dev bench, which publishes what it measures.");

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListeningLine();
}
