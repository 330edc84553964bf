using HealthDoers.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>A secret of the deployment that must stay the same for years and on every node: made when it is first asked for, and sealed.</summary>
public sealed class KeptKey
{
    public required string Name { get; init; }
    public required byte[] Sealed { get; init; }
}

/// <summary>Opens the deployment's own secrets, each once a start.</summary>
sealed class KeptKeys(IDbContextFactory<AppDb> dbs, IDataProtectionProvider protection) : IDisposable
{
    readonly SemaphoreSlim _one = new(1);
    readonly Dictionary<string, byte[]> _opened = [];

    public async Task<byte[]> GetAsync(string name, Func<byte[]> make, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!_opened.TryGetValue(name, out var key))
                _opened.Add(name, key = protection.CreateProtector("kept-keys", name).Unprotect(await ReadAsync(name, make, cancellationToken)));
            return key;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    async Task<byte[]> ReadAsync(string name, Func<byte[]> make, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.KeptKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Name == name, cancellationToken) is { } kept)
            return kept.Sealed;
        var made = new KeptKey { Name = name, Sealed = protection.CreateProtector("kept-keys", name).Protect(make()) };
        db.KeptKeys.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made.Sealed;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear(); // another node was quicker
            return (await db.KeptKeys.AsNoTracking().SingleAsync(k => k.Name == name, cancellationToken)).Sealed;
        }
    }
}
