using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

enum JoinAnswer
{
    Joined,
    HandleTaken,
    AlreadyMember,

    /// <summary>Somebody else became the first administrator meanwhile.</summary>
    NotFirst,
}

/// <summary>What a newcomer gives. All of it was judged before.</summary>
sealed record Newcomer(string Email, string Name, Handle Handle, string? Language = null, Duties Duties = Duties.None, bool IsByThemselves = false, bool IsFirst = false);

/// <summary>How people become members: they ask, a mail goes out, and who follows its link is in.</summary>
sealed class Joining(AppDb db, AccountMail mail, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public async Task<bool> IsFreeAsync(Handle handle, CancellationToken cancellationToken)
    {
        var hash = HandleClaim.HashOf(handle.Value);
        return !await db.HandleClaims.AnyAsync(c => c.Hash == hash, cancellationToken);
    }

    public async Task<Handle> FreeHandleAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var handle in Handle.Suggestions(name))
            if (await IsFreeAsync(handle, cancellationToken))
                return handle;
        return await FreeHandleAsync("member", cancellationToken);
    }

    /// <summary>
    /// Does the same work whether the address is known or not: hashes, keeps a registration, sends one mail. Only the
    /// mail, which only the owner of the address reads, tells the two apart.
    /// </summary>
    public async Task<Guid> AskAsync(Newcomer newcomer, string password, CancellationToken cancellationToken)
    {
        var secret = Secret.New();
        var now = clock.GetUtcNow();
        var registration = new Registration
        {
            Email = newcomer.Email,
            PasswordHash = hasher.HashPassword(new(), password),
            Name = newcomer.Name,
            Handle = newcomer.Handle.Value,
            Language = newcomer.Language ?? "en",
            Secret = Secret.HashOf(secret),
            At = now,
        };
        var known = await IsMemberAsync(newcomer.Email, cancellationToken);
        await db.InTransactionAsync(async () =>
        {
            var old = now - Registration.Kept;
            await db.Registrations.Where(r => r.At < old).ExecuteDeleteAsync(cancellationToken);
            db.Registrations.Add(registration);
            return known
                ? await mail.AlreadyMemberAsync(newcomer.Email, cancellationToken)
                : await mail.ConfirmAsync(newcomer.Email, newcomer.Name, secret, cancellationToken);
        }, cancellationToken);
        return registration.Id;
    }

    /// <summary>Null when the link is unknown, used or too old.</summary>
    public Task<Registration?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(secret ?? "");
        var oldest = clock.GetUtcNow() - Registration.Kept;
        return db.Registrations.SingleOrDefaultAsync(r => r.Secret == hash && r.At >= oldest, cancellationToken);
    }

    public Task<(JoinAnswer Answer, Account? Account)> ConfirmAsync(Registration registration, Handle handle, CancellationToken cancellationToken) =>
        AddAsync(new(registration.Email, registration.Name, handle, registration.Language, IsByThemselves: true), registration.PasswordHash, cancellationToken);

    public Task<(JoinAnswer Answer, Account? Account)> AddAsync(Newcomer newcomer, CancellationToken cancellationToken, string? password = null) =>
        AddAsync(newcomer, password is null ? null : hasher.HashPassword(new(), password), cancellationToken);

    async Task<(JoinAnswer, Account?)> AddAsync(Newcomer newcomer, string? passwordHash, CancellationToken cancellationToken)
    {
        if (await IsMemberAsync(newcomer.Email, cancellationToken))
            return (JoinAnswer.AlreadyMember, null);
        if (!await IsFreeAsync(newcomer.Handle, cancellationToken))
            return (JoinAnswer.HandleTaken, null);

        var now = clock.GetUtcNow();
        var member = new Member(newcomer.Handle.Value, newcomer.Name, now);
        member.Read(newcomer.Language);
        member.TakeOn(newcomer.Duties);
        if (newcomer.IsByThemselves)
            member.BeNew();
        var account = Account.Of(member, newcomer.Email, passwordHash, now);
        db.AddRange(member, new HandleClaim(member.Handle), account);
        try
        {
            var isIn = await db.InTurnAsync(async () =>
            {
                if (newcomer.IsFirst && await db.Members.AnyAsync(m => m.ErasedAt == null && (m.Duties & Duties.Administrator) != 0, cancellationToken))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }
                await db.Registrations.Where(r => r.Email == newcomer.Email).ExecuteDeleteAsync(cancellationToken);
                return true;
            }, cancellationToken);
            if (!isIn)
                return (JoinAnswer.NotFirst, null);
        }
        catch (DbUpdateException)
        {
            // Two were quick: the unique indexes decided, and a look says which of them.
            db.ChangeTracker.Clear();
            if (await IsMemberAsync(newcomer.Email, cancellationToken))
                return (JoinAnswer.AlreadyMember, null);
            if (await IsFreeAsync(newcomer.Handle, cancellationToken))
                throw;
            return (JoinAnswer.HandleTaken, null);
        }
        return (JoinAnswer.Joined, account);
    }

    Task<bool> IsMemberAsync(string email, CancellationToken cancellationToken)
    {
        var normal = EmailAddress.Normal(email);
        return db.Users.AnyAsync(a => a.NormalizedEmail == normal, cancellationToken);
    }
}
