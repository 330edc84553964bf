using System.CommandLine;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands;

sealed class CreateAdmin : Verb
{
    readonly Argument<string> _email = new("email") { Description = "Where the administrator gets mail." };

    public CreateAdmin() : base("create-admin", "Make an administrator, or make a member one; prints a one-time link that sets a password.") => Add(_email);

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var email = Given.Email(line.GetRequiredValue(_email));
        var account = await services.GetRequiredService<SigningIn>().FindAsync(email, cancellationToken)
            ?? await AddAsync(email, services, cancellationToken);
        var db = services.GetRequiredService<AppDb>();
        var member = await db.Members.SingleAsync(m => m.Id == account.Id, cancellationToken);
        member.TakeOn(member.Duties | Duties.Administrator);
        await db.SaveChangesAsync(cancellationToken);
        var path = await services.GetRequiredService<AccountMail>().ResetPathAsync(account);
        return $"{member.Handle} is an administrator. Set the password within a day: {services.GetRequiredService<SiteAddress>().OfThisServer}{path}";
    }

    static async Task<Account> AddAsync(string email, IServiceProvider services, CancellationToken cancellationToken)
    {
        var joining = services.GetRequiredService<Joining>();
        var name = email.Split('@')[0];
        var (_, account) = await joining.AddAsync(new(email, name, await joining.FreeHandleAsync(name, cancellationToken)), cancellationToken);
        return account ?? throw new VerbFailedException($"{email} was just taken by somebody else. Run this again.");
    }
}
