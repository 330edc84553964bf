using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>Begins and ends the sessions of a member.</summary>
sealed class Sessions(AppDb db, AccessMemory memory, IHttpContextAccessor context, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    HttpContext Http => context.HttpContext ?? throw new InvalidOperationException("Sessions begin and end in a request.");

    public Task BeginAsync(Account account, bool remember = false) =>
        Http.SignInAsync(SessionCookie.Scheme, SessionCookie.For(account), new() { IsPersistent = remember });

    public Task EndAsync()
    {
        // Nobody who comes next to this computer is shown what was typed here.
        Http.Response.Cookies.Delete(FormCarrier.Cookie);
        return Http.SignOutAsync(SessionCookie.Scheme);
    }

    /// <summary>Every session and token of the account ends within a second, on every node.</summary>
    public async Task EndAllAsync(Account account, CancellationToken cancellationToken)
    {
        await MarkAllEndedAsync(account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        memory.Forget(account.Id);
    }

    /// <summary>Whoever knew the old password, or held a session, is out.</summary>
    public async Task ChangePasswordAsync(Account account, string password, CancellationToken cancellationToken)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        await EndAllAsync(account, cancellationToken);
    }

    public async Task ChangeEmailAsync(Account account, string email, CancellationToken cancellationToken)
    {
        account.Email = account.UserName = email;
        account.NormalizedEmail = account.NormalizedUserName = EmailAddress.Normal(email);
        await EndAllAsync(account, cancellationToken);
    }

    async Task MarkAllEndedAsync(Account account, CancellationToken cancellationToken)
    {
        account.SecurityStamp = Secret.New();
        foreach (var token in await db.PersonalTokens.Where(t => t.MemberId == account.Id && t.RevokedAt == null).ToListAsync(cancellationToken))
            token.Revoke(clock.GetUtcNow());
        var member = await db.Members.SingleAsync(m => m.Id == account.Id, cancellationToken);
        member.SignOutEverywhere();
    }
}
