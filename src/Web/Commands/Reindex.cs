using System.CommandLine;
using HealthDoers.Domain;
using HealthDoers.Web.Data;

namespace HealthDoers.Web.Commands;

/// <summary>Asks, and leaves the doing to the server: the command line never touches an index file.</summary>
sealed class Reindex() : Verb("reindex", "Have every node build its search index anew, now or when it starts next.")
{
    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<AppDb>().RaiseAsync(new IndexRebuildRequested(Guid.CreateVersion7()), cancellationToken);
        return "A new search index is asked for. A running server begins within two seconds, any other when it starts.";
    }
}
