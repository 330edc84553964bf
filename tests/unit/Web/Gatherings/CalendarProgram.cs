using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>A calendar program that is not ours: ical.js, as Thunderbird has it.</summary>
static class CalendarProgram
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static async Task<List<ImportedEvent>> ImportAsync(string calendar, int most = 60)
    {
        var script = Path.Combine(Root, "tests", "unit", "Web", "Gatherings", "read-calendar.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, most.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(calendar);
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<List<ImportedEvent>>(said, Options)!;
    }

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

sealed record ImportedEvent(string Uid, string Title, string Where, string Says, string Status, int Sequence, List<ImportedTime> Times);

sealed record ImportedTime(DateTimeOffset Starts, DateTimeOffset Ends);
