using System.CommandLine;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;

namespace HealthDoers.Web.Commands;

sealed class CreateToken : Verb
{
    readonly Argument<string> _email = new("email") { Description = "The member whom the token speaks for." };
    readonly Option<string> _scope = new("--scope") { Description = "read, write or both, parted by a comma.", DefaultValueFactory = _ => "read" };

    public CreateToken() : base("create-token", "Make a personal token; prints it, this once.")
    {
        Add(_email);
        Add(_scope);
    }

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var scopes = Given.Words<TokenScopes>(line.GetValue(_scope));
        if (scopes == TokenScopes.None)
            throw new VerbFailedException("A token needs a scope: read, write or both.", wrongUse: true);
        var account = await services.GetRequiredService<SigningIn>().FindAsync(Given.Email(line.GetRequiredValue(_email)), cancellationToken)
            ?? throw new VerbFailedException($"Nobody is registered with {line.GetRequiredValue(_email)}.");
        var db = services.GetRequiredService<AppDb>();
        db.PersonalTokens.Add(PersonalToken.Make(account.Id, "create-token", scopes, services.GetRequiredService<TimeProvider>().GetUtcNow(), out var token));
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }
}
