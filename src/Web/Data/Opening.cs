using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data;

/// <summary>Makes the database ready: created, migrated, and safe against a power cut.</summary>
static class Opening
{
    public static async Task OpenDataAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.MigrateAloneAsync(cancellationToken);
        // WAL is a property of the file. synchronous=FULL is SQLite's own default and stays: what is acknowledged is on disk.
        if (db is SqliteAppDb)
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
        await Starter.WelcomeRoom.AddAsync(db, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancellationToken);
    }
}
