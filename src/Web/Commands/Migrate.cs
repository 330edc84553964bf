using System.CommandLine;

namespace HealthDoers.Web.Commands;

/// <summary>Opening the data does it; the verb exists so that it can be done before a server starts.</summary>
sealed class Migrate() : Verb("migrate", "Bring the database to the shape that this version needs.")
{
    public override Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult("The database is up to date.");
}
