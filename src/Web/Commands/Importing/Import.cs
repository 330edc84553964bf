using System.CommandLine;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

sealed class Import : Verb
{
    static readonly string[] Kinds = ["ideas", "stories", "messages", "map", "gatherings"];

    readonly Argument<string> _kind = new("kind") { Description = $"What the file holds: {string.Join(", ", Kinds)}." };
    readonly Argument<string> _file = new("file") { Description = "JSONL, or CSV (.csv) with a header and | between list values; for the map GeoJSON (.geojson) too." };
    readonly Option<string> _room = new("--room") { Description = "For messages: the room of those lines that name no room of this site." };

    public Import() : base("import", "Bring things in from a file. Run again, it updates them by their externalId and never doubles them.")
    {
        _kind.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is var kind && !Kinds.Contains(kind))
                given.AddError($"\"{kind}\" cannot be imported. What can be: {string.Join(", ", Kinds)}.");
        });
        Add(_kind);
        Add(_file);
        Add(_room);
    }

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_file);
        await using var file = Open(path);
        using var progress = new Progress("lines");
        var (tally, ended) = await new ImportedFile(file, Format(path), Kind(line, services, progress.Say), progress).TakeAsync(cancellationToken);
        if (!ended || tally is { Taken: 0, Skipped: > 0 })
        {
            progress.Dispose();
            Console.WriteLine(tally);
            throw new VerbFailedException(ended ? "Every line was skipped." : $"{path} could not be read to its end.");
        }
        return tally.ToString();
    }

    ImportedKind Kind(ParseResult line, IServiceProvider services, Action<string> say)
    {
        var (dbs, clock) = (services.GetRequiredService<IDbContextFactory<AppDb>>(), services.GetRequiredService<TimeProvider>());
        return line.GetRequiredValue(_kind) switch
        {
            "messages" => new MessageImport(dbs, clock, line.GetValue(_room), say),
            "map" => new MapImport(dbs, services.GetRequiredService<Atlas>(), clock, say),
            "gatherings" => new GatheringImport(dbs, services.GetRequiredService<Atlas>(), clock, say),
            "ideas" => new IdeaImport(dbs, clock, say),
            _ => new StoryImport(dbs, clock, say),
        };
    }

    static FileFormat Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => FileFormat.Csv,
        ".geojson" => FileFormat.GeoJson,
        _ => FileFormat.JsonLines,
    };

    static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new VerbFailedException($"{path} cannot be read: {(File.Exists(path) ? "this user may not" : "there is no such file")}.");
        }
    }
}
