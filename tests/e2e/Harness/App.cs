using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(HealthDoers.Tests.Harness.App))]

namespace HealthDoers.Tests.Harness;

/// <summary>
/// The site as its users have it: the built program in a process of its own, with a data folder of its own. Every
/// test shares one; a test that kills it or changes its settings starts another with <see cref="StartAnother"/>.
/// </summary>
public sealed partial class App : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly string WebFolder = Metadata("WebFolder");

    readonly string folder = Directory.CreateTempSubdirectory("healthdoers-").FullName;
    readonly ConcurrentQueue<string> output = new();
    readonly ConcurrentDictionary<Player, Lazy<Task>> admitted = new();
    readonly Dictionary<string, string> settings;
    Process? process;

    public App() : this([]) { }

    App(Dictionary<string, string> settings)
    {
        // One address speaks for every test, so limits per address would hit the innocent.
        this.settings = new() { ["RateLimits__Enabled"] = "false", ["Data__Folder"] = DataFolder };
        foreach (var (name, value) in settings)
            this.settings[name] = value;
    }

    /// <summary>Starts a site of one's own; settings are named as environment variables (<c>Site__PublicUrl</c>).</summary>
    public static async Task<App> StartAnother(Dictionary<string, string>? settings = null)
    {
        var app = new App(settings ?? []);
        await app.InitializeAsync();
        return app;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public string DataFolder => Path.Combine(folder, "data");

    public Mailbox Mail => new(Path.Combine(DataFolder, "mail"));

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Everything the site printed since its first start.</summary>
    public string Log => string.Join('\n', output);

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>Starts, or starts again on the same data folder and port, and returns once it answers.</summary>
    public async Task Start()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = Program(["--urls", Address.ToString(), "--environment", "Development"]) };
        process.OutputDataReceived += (_, line) => Heard(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Heard(line.Data, listening);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The site stopped as it started.\n{Log}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(Patience);
        await Ready();
    }

    /// <summary>Asks it to stop, as a host does, and returns its exit code.</summary>
    public async Task<int> Stop()
    {
        _ = Signal(process!.Id, 15);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Ends it in the middle of whatever it does, as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Runs a command-line verb on the same data and returns what it printed on standard output.</summary>
    public async Task<string> Run(string[] verb, string? input = null)
    {
        using var command = new Process { StartInfo = Program([.. verb, "--environment", "Development"]) };
        command.StartInfo.RedirectStandardInput = true;
        command.Start();
        await command.StandardInput.WriteAsync(input);
        command.StandardInput.Close();
        var errors = command.StandardError.ReadToEndAsync();
        var answer = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync().WaitAsync(Patience);
        return command.ExitCode == 0
            ? answer
            : throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {command.ExitCode}.\n{answer}\n{await errors}");
    }

    /// <summary>Makes a confirmed member, ready to sign in.</summary>
    public Task AddMember(string email, string handle, string name, string password, string? roles = null) =>
        Run(["create-member", email, "--handle", handle, "--name", name, .. roles is null ? [] : new[] { "--role", roles }], password + "\n");

    /// <summary>Makes a member of the cast, once for all tests.</summary>
    public Task Admit(Player player) =>
        admitted.GetOrAdd(player, who => new(() => AddMember(who.Email, who.Handle, who.Name, who.Password, who.Roles))).Value;

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await Kill();
        process?.Dispose();
        Client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    ProcessStartInfo Program(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(WebFolder, Metadata("WebProgram")), .. arguments])
        {
            WorkingDirectory = WebFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        // The address is read from this one line, whatever else the site keeps to itself.
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        // A failed test prints the log, and a line for each request and query would bury what matters.
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Warning";
        foreach (var (name, value) in settings)
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

    async Task Ready()
    {
        Client.BaseAddress ??= Address;
        var since = Stopwatch.StartNew();
        while (true)
        {
            using var health = await Client.GetAsync("/health/ready");
            if (health.IsSuccessStatusCode)
                return;
            if (since.Elapsed > Patience)
                throw new TimeoutException($"The site started but did not become ready ({(int)health.StatusCode}).\n{Log}");
            await Task.Delay(50);
        }
    }

    static string Metadata(string key) =>
        typeof(App).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;

    [GeneratedRegex(@"Now listening on: (http://[\w.:\[\]]+)")]
    private static partial Regex ListeningLine();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Signal(int process, int signal);
}
