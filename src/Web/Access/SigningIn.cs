using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

enum SignInAnswer
{
    Welcome,

    /// <summary>No such address, another password, or an address nobody confirmed: one answer for all.</summary>
    NoFit,

    /// <summary>Too many wrong passwords; wait.</summary>
    Closed,

    /// <summary>Only somebody with the right password hears this.</summary>
    Suspended,
}

/// <summary>Looks at an address and a password. Takes as long for an address nobody has as for one somebody has.</summary>
sealed class SigningIn(AppDb db, IPasswordHasher<Account> hasher, SignInTries tries)
{
    static readonly Account Nobody = new();
    static string? _nobodysHash;

    public async Task<(SignInAnswer Answer, Account? Account)> TryAsync(string typedEmail, string password, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryRead(typedEmail, out var email))
            return (SignInAnswer.NoFit, null);
        if (!await tries.BeginAsync(email, cancellationToken))
            return (SignInAnswer.Closed, null);

        var account = await FindAsync(email, cancellationToken);
        if (!Fits(account, password))
            return (SignInAnswer.NoFit, null);

        await tries.ForgetAsync(email, cancellationToken);
        var suspended = await db.Members.AnyAsync(m => m.Id == account!.Id && m.Suspension != null, cancellationToken);
        return suspended ? (SignInAnswer.Suspended, null) : (SignInAnswer.Welcome, account);
    }

    public Task<Account?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normal = EmailAddress.Normal(email);
        return db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normal && a.EmailConfirmed, cancellationToken);
    }

    public bool Fits(Account? account, string password)
    {
        var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(Nobody, Secret.New()));
        var verdict = hasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        return account?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
    }
}
