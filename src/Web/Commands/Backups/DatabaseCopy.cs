using HealthDoers.Web.Data;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>How one kind of database goes into a backup and comes out of it.</summary>
abstract class DatabaseCopy
{
    public const string Folder = "database/";

    public static DatabaseCopy Of(AppDb db, DataFolders folders) => db switch
    {
        SqliteAppDb => new SqliteCopy(db, folders),
        PostgreSqlAppDb => new PostgreSqlCopy(db),
        _ => throw new NotSupportedException(db.GetType().Name),
    };

    public abstract string Provider { get; }

    /// <summary>The last one applied; null where there is no database yet.</summary>
    public abstract Task<string?> MigrationAsync(CancellationToken cancellationToken);

    /// <summary>One consistent picture, taken while others write. The rows by table.</summary>
    public abstract Task<Dictionary<string, long>> SaveAsync(BackupWriter backup, CancellationToken cancellationToken);

    /// <summary>Judges the unpacked database before anything is touched.</summary>
    /// <exception cref="VerbFailedException">It cannot be restored here.</exception>
    public abstract Task CheckAsync(Manifest manifest, string unpacked, CancellationToken cancellationToken);

    /// <summary>Puts it in the place of the present one; all or nothing.</summary>
    public abstract Task ReplaceAsync(Manifest manifest, string unpacked, Swap swap, CancellationToken cancellationToken);
}
