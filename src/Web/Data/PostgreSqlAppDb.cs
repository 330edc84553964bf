using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HealthDoers.Web.Data;

/// <summary>
/// Many writers at once. Each draws its event numbers last, under an advisory lock held to the commit, so that no
/// reader ever sees a number before a smaller one that is still to come.
/// </summary>
public sealed class PostgreSqlAppDb(DbContextOptions<PostgreSqlAppDb> options) : AppDb(options)
{
    const long MigratingLock = 0x4D696772; // "Migr"
    const long NumberingLock = 0x4865616C7468; // "Health"

    protected override bool WritersAreSerial => false;

    protected override async Task BeforeNumberingAsync(CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NumberingLock})", cancellationToken);
        await Database.ExecuteSqlAsync($"SELECT pg_notify({EventChannel}, '')", cancellationToken);
    }

    // A lock of the session, so that it lasts over every transaction of the migrations.
    public override async Task MigrateAloneAsync(CancellationToken cancellationToken)
    {
        await using var alone = new NpgsqlConnection(Database.GetConnectionString());
        await EnsureExistsAsync(cancellationToken);
        await alone.OpenAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand($"SELECT pg_advisory_lock({MigratingLock})", alone) { CommandTimeout = 0 })
            await wait.ExecuteNonQueryAsync(cancellationToken);
        await Database.MigrateAsync(cancellationToken);
        await using var done = new NpgsqlCommand($"SELECT pg_advisory_unlock({MigratingLock})", alone);
        await done.ExecuteNonQueryAsync(CancellationToken.None);
    }

    async Task EnsureExistsAsync(CancellationToken cancellationToken)
    {
        var database = this.GetService<IRelationalDatabaseCreator>();
        if (!await database.ExistsAsync(cancellationToken))
            await database.CreateAsync(cancellationToken);
    }

    /// <summary>Rung at commit; every node listens.</summary>
    public const string EventChannel = "healthdoers_events";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    // timestamptz takes UTC only.
    sealed class Utc() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, DateTimeOffset>(
        at => at.ToUniversalTime(),
        at => at.ToUniversalTime());
}
