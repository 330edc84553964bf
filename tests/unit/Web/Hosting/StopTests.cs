using System.Diagnostics;
using System.Text.Json;
using HealthDoers.Tests.Web.Commands;
using HealthDoers.Web.Data;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class StopTests : IDisposable
{
    readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_server_holds_its_folder_logs_json_lines_and_stops_by_itself_when_asked()
    {
        var stop = TestContext.Current.CancellationToken;
        using var server = CommandRun.Start("--Data:Folder", _run.Data, "--urls", "http://127.0.0.1:0");
        using var listening = JsonDocument.Parse(await LineWithAsync(server, "Now listening on", stop));
        Assert.Equal("Information", listening.RootElement.GetProperty("LogLevel").GetString());
        using (var alone = DataLock.TryTakeAlone(new(_run.Data)))
            Assert.Null(alone);

        using (Process.Start("kill", ["-TERM", $"{server.Id}"])) { }
        await server.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromSeconds(25), stop);

        Assert.Equal(0, server.ExitCode);
        using var free = DataLock.TryTakeAlone(new(_run.Data));
        Assert.NotNull(free);
    }

    static async Task<string> LineWithAsync(Process server, string words, CancellationToken stop)
    {
        while (await server.StandardOutput.ReadLineAsync(stop) is { } line)
            if (line.Contains(words, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"The server ended before it said \"{words}\": {await server.StandardError.ReadToEndAsync(stop)}");
    }
}
