using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>The built program in a process of its own, so that it can be killed as a power cut kills it.</summary>
sealed partial class RealProcess(string folder, Dictionary<string, string>? settings = null) : IAsyncDisposable
{
    Process? _process;
    Uri _address = new("http://127.0.0.1:0");

    /// <summary>Starts, or starts again at the same address.</summary>
    public async Task<Uri> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HealthDoers.Web.dll"), "--urls", _address.ToString()])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["Data__Folder"] = folder;
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } said)
                listening.TrySetResult(new(said.Groups[1].Value));
        };
        _process.Start();
        _process.BeginOutputReadLine();
        return _address = await listening.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    // In plain words while developing, inside a line of JSON in production.
    [GeneratedRegex("Now listening on: (http://[0-9.:]+)")]
    private static partial Regex Listening();

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
    }
}
