using System.CommandLine;
using HealthDoers.Domain;
using HealthDoers.Web.Commands.Backups;
using HealthDoers.Web.Commands.Demo;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Commands.Importing;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;

namespace HealthDoers.Web.Commands;

/// <summary>
/// What was asked of the program: a verb, or nothing, which is to serve. Options of the host (<c>--contentRoot</c>,
/// <c>--urls</c>, <c>--environment</c>, <c>--Data:Folder</c>) may stand before or after the verb.
/// </summary>
sealed class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    static readonly string[] HostOptions = ["--contentRoot", "--urls", "--environment", "--applicationName"];
    static readonly string[] Help = ["--help", "-h", "-?", "--version"];

    readonly string[] _words;

    CommandLine(string[] host, string[] words) => (Host, _words) = (host, words);

    /// <summary>What goes to the host, in the order it came.</summary>
    public string[] Host { get; }

    public bool IsServe => _words.Length == 0 || (_words[0].StartsWith('-') && !Help.Contains(_words[0]));

    static IEnumerable<Verb> Verbs() =>
    [
        new Migrate(),
        new CreateAdmin(),
        new CreateMember(),
        new CreateToken(),
        new Import(),
        new Export(),
        new DemoCommunity(),
        new Backup(),
        new Restore(),
        new Reindex(),
    ];

    public static CommandLine Read(string[] arguments)
    {
        List<string> host = [], words = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            var to = IsForHost(arguments[i]) ? host : words;
            to.Add(arguments[i]);
            if (to == host && !arguments[i].Contains('=') && i + 1 < arguments.Length)
                host.Add(arguments[++i]);
        }
        var line = new CommandLine([.. host], [.. words]);
        // Whatever the host understands besides is its own affair as long as no verb is meant.
        return line.IsServe ? new(arguments, []) : line;
    }

    public async Task<int> RunAsync(Func<WebApplication> build)
    {
        var root = new RootCommand("HealthDoers: without a verb it serves the site; with one it does that and ends.");
        foreach (var verb in Verbs())
            root.Add(verb);
        var line = root.Parse(_words);
        if (line.Errors.Count > 0)
            return await WrongAsync(line);
        if (line.CommandResult.Command is not Verb asked || line.Action is not null)
            return await line.InvokeAsync();

        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onInterrupt = (_, interrupt) => { interrupt.Cancel = true; stop.Cancel(); };
        Console.CancelKeyPress += onInterrupt;
        try
        {
            await using var app = build();
            if (asked.OpensData)
            {
                await app.Services.OpenDataAsync(stop.Token);
                await app.Services.PutInStarterContentAsync();
            }
            await using var scope = app.Services.CreateAsyncScope();
            Console.WriteLine(await asked.RunAsync(line, scope.ServiceProvider, stop.Token));
            return Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
        catch (VerbFailedException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return failed.ExitCode;
        }
        catch (RuleBrokenException broken)
        {
            await Console.Error.WriteLineAsync(broken.Message);
            return Failed;
        }
        catch (Exception broken)
        {
            await Console.Error.WriteLineAsync($"{asked.Name} failed: {broken}");
            return Failed;
        }
        finally
        {
            Console.CancelKeyPress -= onInterrupt;
        }
    }

    static async Task<int> WrongAsync(ParseResult line)
    {
        foreach (var error in line.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync(line.CommandResult.Command is Verb verb
            ? $"Try: {verb.Name} --help"
            : "Try: --help, which lists the verbs.");
        return WrongUse;
    }

    static bool IsForHost(string argument)
    {
        var name = argument.Split('=')[0];
        return HostOptions.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':'));
    }
}
