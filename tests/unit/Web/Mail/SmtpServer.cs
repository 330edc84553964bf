using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HealthDoers.Tests.Web.Mail;

/// <summary>Debian's aiosmtpd in a process of its own.</summary>
sealed class SmtpServer : IAsyncDisposable
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    readonly Process _process;
    readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<TakenLetter> _taken = [];

    SmtpServer(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public int Port => _port.Task.Result;

    public IReadOnlyList<TakenLetter> Taken => [.. _taken];

    /// <summary>Skips the test where there is no such server.</summary>
    public static async Task<SmtpServer> StartAsync()
    {
        var python = Python();
        Assert.SkipWhen(python is null, "No Python with aiosmtpd was found (Debian and Ubuntu: python3-aiosmtpd), so there is no SMTP server to send to.");
        var server = new SmtpServer(new()
        {
            StartInfo = new ProcessStartInfo(python!, [Path.Combine(Root, "tests", "unit", "Web", "Mail", "smtp-server.py")]) { RedirectStandardOutput = true },
        });
        await server._port.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>The first line is the port, each after it a letter.</summary>
    void Heard(string? line)
    {
        if (line is not { Length: > 0 })
            return;
        if (_port.Task.IsCompleted)
            _taken.Enqueue(JsonSerializer.Deserialize<TakenLetter>(line, Options)!);
        else
            _port.SetResult(int.Parse(line, CultureInfo.InvariantCulture));
    }

    static string? Python() => new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python =>
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    });

    static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "HealthDoers.slnx")))
                folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}

sealed record TakenLetter(string Id, string To, string Subject, string? Unsubscribe, string? OneClick, string? Plain, bool HasHtml);
