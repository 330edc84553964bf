using System.CommandLine;

namespace HealthDoers.Web.Commands;

/// <summary>
/// One verb of the command line. It writes rows and ends; a running server sees them and does what follows. One file
/// each, listed in <see cref="CommandLine"/>.
/// </summary>
abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>False for a verb that must find the data untouched, such as one that replaces it.</summary>
    public virtual bool OpensData => true;

    /// <summary>
    /// Does the work in a scope of its own and says in one plain line how it went. Progress goes to standard error.
    /// Throws <see cref="VerbFailedException"/> with a sentence when it cannot be done.
    /// </summary>
    public abstract Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>A verb could not do its work. The message is what the person at the terminal reads.</summary>
sealed class VerbFailedException(string sentence, bool wrongUse = false) : Exception(sentence)
{
    public int ExitCode => wrongUse ? CommandLine.WrongUse : CommandLine.Failed;
}
