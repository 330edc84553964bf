using System.Security.Cryptography;
using System.Text;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>Wrong passwords in a row for one address, whether or not anybody is registered with it.</summary>
public sealed class SignInTry
{
    /// <summary>SHA-256 of the normal form of the address, or of whose session it was.</summary>
    public required string Address { get; init; }
    public int Failed { get; set; }
    public DateTimeOffset LastAt { get; set; }
}

/// <summary>
/// Five wrong passwords close an address for ten minutes. A try is counted before the password is looked at, so that
/// guesses sent all at once do not slip past, and it is counted for unknown addresses too, so that it tells nothing.
/// </summary>
sealed class SignInTries(AppDb db, WriteGate gate, TimeProvider clock)
{
    public const int Most = 5;
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(10);

    /// <summary>False while the address is closed.</summary>
    public async Task<bool> BeginAsync(string address, CancellationToken cancellationToken)
    {
        var key = KeyOf(address);
        var now = clock.GetUtcNow();
        var fresh = now - Closed;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.SignInTries.Where(t => t.LastAt <= fresh).ExecuteDeleteAsync(cancellationToken);
        return await CountAsync(key, now, cancellationToken) == 1;
    }

    public async Task ForgetAsync(string address, CancellationToken cancellationToken)
    {
        var key = KeyOf(address);
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.SignInTries.Where(t => t.Address == key).ExecuteDeleteAsync(cancellationToken);
    }

    // In one statement, because another node may count the same address at the same moment. Both providers share this form.
    Task<int> CountAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        object at = db is SqliteAppDb ? now.UtcTicks : now.ToUniversalTime();
        return db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "SignInTries" ("Address", "Failed", "LastAt") VALUES ({0}, 1, {1})
            ON CONFLICT ("Address") DO UPDATE SET "Failed" = "SignInTries"."Failed" + 1, "LastAt" = excluded."LastAt" WHERE "SignInTries"."Failed" < {2}
            """, [key, at, Most], cancellationToken);
    }

    static string KeyOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EmailAddress.Normal(address))));
}
