using System.CommandLine;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

sealed class Export : Verb
{
    readonly Argument<string> _folder = new("folder") { Description = "Where to write stories.jsonl. It is made when it is not there." };

    public Export() : base("export", "Write what is public as JSONL, one file a kind, in the fields that import reads.") => Add(_folder);

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = line.GetRequiredValue(_folder);
        using var progress = new Progress("stories");
        try
        {
            Directory.CreateDirectory(folder);
            var stories = await new StoryExport(services.GetRequiredService<IDbContextFactory<AppDb>>(), progress)
                .WriteAsync(Path.Combine(folder, "stories.jsonl"), cancellationToken);
            return $"exported {stories} stories";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"{folder} cannot be written: {closed.Message}");
        }
    }
}
