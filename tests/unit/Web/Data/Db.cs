using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Data;

/// <summary>A migrated database of its own, without the rest of the program.</summary>
public sealed class Db : IDbContextFactory<AppDb>, IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly string? _folder;

    Db(ServiceProvider services, string? folder) => (_services, _folder) = (services, folder);

    public EventBell Bell => _services.GetRequiredService<EventBell>();
    public TimeProvider Clock => _services.GetRequiredService<TimeProvider>();

    /// <summary>Of a database on SQLite, for a process that is to use it.</summary>
    public string Folder => _folder!;

    public string DatabaseFile => Path.Combine(Folder, "test.db");

    internal WriteGate Gate => _services.GetRequiredService<WriteGate>();

    public static async Task<Db> SqliteAsync(TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("healthdoers-db-").FullName;
        var services = Services(clock, oneWriter: true)
            .AddPooledDbContextFactory<SqliteAppDb>(o => o.UseSqlite($"Data Source={Path.Combine(folder, "test.db")}"))
            .AddSingleton<Func<AppDb>>(s => () => s.GetRequiredService<IDbContextFactory<SqliteAppDb>>().CreateDbContext());
        return await MigratedAsync(new(services.BuildServiceProvider(), folder));
    }

    public static async Task<Db> PostgreSqlAsync(PostgreSqlServer server, TimeProvider? clock = null)
    {
        var connection = await server.NewDatabaseAsync();
        var services = Services(clock, oneWriter: false)
            .AddPooledDbContextFactory<PostgreSqlAppDb>(o => o.UseNpgsql(connection))
            .AddSingleton<Func<AppDb>>(s => () => s.GetRequiredService<IDbContextFactory<PostgreSqlAppDb>>().CreateDbContext());
        return await MigratedAsync(new(services.BuildServiceProvider(), null));
    }

    public static Task<Db> OnAsync(string provider, PostgreSqlServer server, TimeProvider? clock = null) =>
        provider == "Sqlite" ? SqliteAsync(clock) : PostgreSqlAsync(server, clock);

    public AppDb CreateDbContext() => _services.GetRequiredService<Func<AppDb>>()();

    static IServiceCollection Services(TimeProvider? clock, bool oneWriter) => new ServiceCollection()
        .AddSingleton(clock ?? TimeProvider.System)
        .AddSingleton<EventBell>()
        .AddSingleton(new WriteGate(oneWriter));

    static async Task<Db> MigratedAsync(Db db)
    {
        await using var context = db.CreateDbContext();
        await context.Database.MigrateAsync();
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_folder is null)
            return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
