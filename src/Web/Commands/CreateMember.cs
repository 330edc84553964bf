using System.CommandLine;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Passwords;

namespace HealthDoers.Web.Commands;

sealed class CreateMember : Verb
{
    readonly Argument<string> _email = new("email") { Description = "What the member signs in with." };
    readonly Option<string> _handle = new("--handle") { Description = "3 to 30 of a-z, 0-9 and _.", Required = true };
    readonly Option<string> _name = new("--name") { Description = "As others see it; the handle when left out." };
    readonly Option<string> _role = new("--role") { Description = "administrator, editor or both, parted by a comma." };

    public CreateMember() : base("create-member", "Add a member whose address needs no confirming; reads the password from standard input.")
    {
        Add(_email);
        Add(_handle);
        Add(_name);
        Add(_role);
    }

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var handle = Given.Handle(line.GetRequiredValue(_handle));
        var name = CleanText.Line(line.GetValue(_name)) is { Length: > 0 } given ? given : handle.Value;
        if (name.Length > Member.NameLimit)
            throw new VerbFailedException($"The name is longer than {Member.NameLimit} characters.");
        var newcomer = new Newcomer(Given.Email(line.GetRequiredValue(_email)), name, handle, Duties: Given.Words<Duties>(line.GetValue(_role)));
        var password = await Console.In.ReadLineAsync(cancellationToken) ?? "";
        if (PasswordJudge.Judge(password, newcomer.Email, name, handle.Value) is { IsGood: false } verdict)
            throw new VerbFailedException($"The password on standard input is refused: {verdict.Fault}. Use at least {PasswordJudge.MinLength} characters that are hard to guess.");

        var (answer, _) = await services.GetRequiredService<Joining>().AddAsync(newcomer, cancellationToken, password);
        return answer switch
        {
            JoinAnswer.Joined => $"{handle} is a member.",
            JoinAnswer.HandleTaken => throw new VerbFailedException($"The handle {handle} is taken."),
            _ => throw new VerbFailedException($"Somebody is registered with {newcomer.Email} already."),
        };
    }
}
