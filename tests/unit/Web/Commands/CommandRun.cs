using System.Diagnostics;

namespace HealthDoers.Tests.Web.Commands;

/// <summary>The real program as a process of its own, with a folder of its own.</summary>
public sealed class CommandRun : IDisposable
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "HealthDoers.Web.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("healthdoers-cli-").FullName;
    public string Data => Path.Combine(Folder, "data");

    /// <summary>Such as <c>--Database:Provider=PostgreSql</c>; goes before the verb.</summary>
    public List<string> Settings { get; } = [];

    public string In(string name) => Path.Combine(Folder, name);

    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(In(name), lines);
        return In(name);
    }

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Start(["--Data:Folder", Data, .. Settings, .. arguments]);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Ended(int Code, string Output, string Errors)
    {
        public string LastLine => Output.TrimEnd().Split('\n')[^1].TrimEnd();
    }
}
