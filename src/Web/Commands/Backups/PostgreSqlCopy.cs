using System.Data;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>
/// Table by table in PostgreSQL's own binary COPY form, all in one repeatable-read transaction; back in one
/// transaction too. So a backup needs no second program, and a failed restore changes nothing.
/// </summary>
sealed class PostgreSqlCopy(AppDb db) : DatabaseCopy
{
    public override string Provider => "PostgreSql";

    NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public override async Task<string?> MigrationAsync(CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();

    public override async Task<Dictionary<string, long>> SaveAsync(BackupWriter backup, CancellationToken cancellationToken)
    {
        await Connection.OpenAsync(cancellationToken);
        await using var picture = await Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        Dictionary<string, long> rows = [];
        foreach (var table in Tables())
        {
            await using (var copy = await Connection.BeginRawBinaryCopyAsync($"COPY {table.Sql} TO STDOUT (FORMAT BINARY)", cancellationToken))
                await backup.AddAsync(table.Entry, copy, cancellationToken);
            rows[table.Name] = await CountAsync(table, cancellationToken);
        }
        return rows;
    }

    public override Task CheckAsync(Manifest manifest, string unpacked, CancellationToken cancellationToken)
    {
        var newest = db.Database.GetMigrations().Last();
        if (manifest.Migration != newest)
            throw new VerbFailedException($"The backup is of schema {manifest.Migration} and this program is of {newest}. Restore it with the version that made it, then upgrade.");
        var missing = Tables().FirstOrDefault(table => !File.Exists(Path.Combine(unpacked, table.Entry)));
        return missing is null ? Task.CompletedTask : throw new VerbFailedException($"The backup has no table {missing.Name}.");
    }

    public override async Task ReplaceAsync(Manifest manifest, string unpacked, Swap swap, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await Connection.BeginTransactionAsync(cancellationToken);
        if ((long)(await ScalarAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", cancellationToken))! > 0)
            throw new VerbFailedException("Somebody is connected to the database. Stop every node first.");
        var tables = Tables();
        try
        {
            await ExecuteAsync($"TRUNCATE {string.Join(", ", tables.Select(t => t.Quoted))}", cancellationToken);
            foreach (var table in tables)
            {
                await using var file = File.OpenRead(Path.Combine(unpacked, table.Entry));
                await using (var copy = await Connection.BeginRawBinaryCopyAsync($"COPY {table.Sql} FROM STDIN (FORMAT BINARY)", cancellationToken))
                    await file.CopyToAsync(copy, cancellationToken);
                if (await CountAsync(table, cancellationToken) != manifest.Rows.GetValueOrDefault(table.Name))
                    throw new VerbFailedException($"Table {table.Name} in the backup is damaged.");
            }
            // Event numbers go on after the last one, never over it.
            await ExecuteAsync("""SELECT setval(pg_get_serial_sequence('"Events"', 'Number'), GREATEST((SELECT MAX("Number") FROM "Events"), 1))""", cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw new VerbFailedException($"PostgreSQL refused the backup: {refused.MessageText}");
        }
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Those that others refer to come first.</summary>
    List<Table> Tables()
    {
        List<Table> ordered = [];
        var waiting = db.Model.GetRelationalModel().Tables.ToList();
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !waiting.Contains(k.PrincipalTable))).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
            if (free.Count == 0)
                throw new NotSupportedException("Tables refer to each other in a ring.");
            ordered.AddRange(free.Select(t => new Table(t.Name, [.. t.Columns.Select(c => c.Name).Order(StringComparer.Ordinal)])));
            waiting.RemoveAll(free.Contains);
        }
        return ordered;
    }

    async Task<long> CountAsync(Table table, CancellationToken cancellationToken) =>
        (long)(await ScalarAsync($"SELECT COUNT(*) FROM {table.Quoted}", cancellationToken))!;

#pragma warning disable CA2100 // names of our own tables and columns, quoted
    async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 3600 };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100

    sealed record Table(string Name, List<string> Columns)
    {
        public string Quoted => $"\"{Name}\"";
        public string Sql => $"{Quoted} ({string.Join(", ", Columns.Select(c => $"\"{c}\""))})";
        public string Entry => $"{Folder}{Name}.copy";
    }
}
