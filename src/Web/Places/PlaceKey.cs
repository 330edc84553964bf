using System.Security.Cryptography;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Places;

/// <summary>The secret behind the points of places that are shown near: one row, made once for the whole site and the same on every node.</summary>
public sealed class PlaceKey
{
    const int TheOnlyOne = 1;

    public int Id { get; private init; } = TheOnlyOne;
    public byte[] Secret { get; private init; } = RandomNumberGenerator.GetBytes(Nearness.KeyLength);

    public static async Task<byte[]> ReadAsync(IDbContextFactory<AppDb> dbs, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.PlaceKeys.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } kept)
            return kept.Secret;
        var made = new PlaceKey();
        db.PlaceKeys.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made.Secret;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear(); // another node was quicker
            return (await db.PlaceKeys.AsNoTracking().SingleAsync(cancellationToken)).Secret;
        }
    }
}
