using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data;

/// <summary>
/// Many writers at once. Each draws its event numbers last, under an advisory lock held to the commit, so that no
/// reader ever sees a number before a smaller one that is still to come.
/// </summary>
public sealed class PostgreSqlAppDb(DbContextOptions<PostgreSqlAppDb> options) : AppDb(options)
{
    const long NumberingLock = 0x4865616C7468; // "Health"

    protected override bool WritersAreSerial => false;

    protected override async Task BeforeNumberingAsync(CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NumberingLock})", cancellationToken);
        await Database.ExecuteSqlAsync($"SELECT pg_notify({EventChannel}, '')", cancellationToken);
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
