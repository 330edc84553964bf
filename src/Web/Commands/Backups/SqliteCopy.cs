using HealthDoers.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>The whole file, written by SQLite itself (<c>VACUUM INTO</c>), so a running server is not disturbed.</summary>
sealed class SqliteCopy(AppDb db, DataFolders folders) : DatabaseCopy
{
    const string Name = "community.db";

    public override string Provider => "Sqlite";

    string Present => Path.GetFullPath(db.Database.GetDbConnection().DataSource);

    // A look must not make the file.
    public override async Task<string?> MigrationAsync(CancellationToken cancellationToken) =>
        File.Exists(Present) ? (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() : null;

    public override async Task<Dictionary<string, long>> SaveAsync(BackupWriter backup, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(folders.Root, $".backup-{Guid.NewGuid():N}.db");
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellationToken);
            var rows = await RowsAsync(copy, cancellationToken);
            await using var file = File.OpenRead(copy);
            await backup.AddAsync(Folder + Name, file, cancellationToken);
            return rows;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public override async Task CheckAsync(Manifest manifest, string unpacked, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(Path.Combine(unpacked, Folder, Name), cancellationToken);
            if (await ScalarAsync(connection, "PRAGMA integrity_check", cancellationToken) is not "ok"
                || await ScalarAsync(connection, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory", cancellationToken) as string != manifest.Migration)
                throw new VerbFailedException("The database in the backup is damaged.");
        }
        catch (SqliteException)
        {
            throw new VerbFailedException("The database in the backup is damaged.");
        }
    }

    public override Task ReplaceAsync(Manifest manifest, string unpacked, Swap swap, CancellationToken cancellationToken)
    {
        SqliteConnection.ClearAllPools();
        // The log of the old file must not be read into the new one.
        swap.Away($"{Present}-wal");
        swap.Away($"{Present}-shm");
        swap.Replace(Present, Path.Combine(unpacked, Folder, Name));
        return Task.CompletedTask;
    }

    static async Task<Dictionary<string, long>> RowsAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(path, cancellationToken);
        List<string> tables = [];
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
            await using var reader = await list.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                tables.Add(reader.GetString(0));
        }
        Dictionary<string, long> rows = [];
        foreach (var table in tables)
            rows[table] = (long)(await ScalarAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", cancellationToken))!;
        return rows;
    }

    static async Task<SqliteConnection> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of our own tables, quoted
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
