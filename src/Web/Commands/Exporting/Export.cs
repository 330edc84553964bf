using System.CommandLine;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

sealed class Export : Verb
{
    readonly Argument<string> _folder = new("folder") { Description = "Where to write ideas.jsonl, stories.jsonl, messages.jsonl, profiles.jsonl and gatherings.jsonl. It is made when it is not there." };

    public Export() : base("export", "Write what is public as JSONL, one file a kind, in the fields that import reads.") => Add(_folder);

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = line.GetRequiredValue(_folder);
        var dbs = services.GetRequiredService<IDbContextFactory<AppDb>>();
        try
        {
            Directory.CreateDirectory(folder);
            using var ofIdeas = new Progress("ideas");
            var ideas = await new IdeaExport(dbs, ofIdeas).WriteAsync(Path.Combine(folder, "ideas.jsonl"), cancellationToken);
            using var ofStories = new Progress("stories");
            var stories = await new StoryExport(dbs, ofStories).WriteAsync(Path.Combine(folder, "stories.jsonl"), cancellationToken);
            using var ofMessages = new Progress("messages");
            var messages = await new MessageExport(dbs, ofMessages).WriteAsync(Path.Combine(folder, "messages.jsonl"), cancellationToken);
            var profiles = await new ListingExport(dbs).WriteAsync(Path.Combine(folder, "profiles.jsonl"), cancellationToken);
            var gatherings = await new GatheringExport(dbs, services.GetRequiredService<Atlas>()).WriteAsync(Path.Combine(folder, "gatherings.jsonl"), cancellationToken);
            return $"exported {ideas} ideas, {stories} stories, {messages} messages, {profiles} profiles, {gatherings} gatherings";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"{folder} cannot be written: {closed.Message}");
        }
    }
}
