using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>The file on disk: opened when it is ours and whole, made anew when it is not.</summary>
sealed class IndexFile(string folder)
{
    const int Corrupt = 11;
    const int Constraint = 19;
    const int NotADatabase = 26;
    const int ShortRead = 522;

    readonly string _path = Path.Combine(folder, "search.db");

    public bool Exists => File.Exists(_path);

    /// <summary>The file is gone, is not ours any more, does not hold together, or holds what somebody else wrote.</summary>
    public bool IsDamage(SqliteException failure) =>
        failure.SqliteErrorCode is Corrupt or NotADatabase or Constraint || failure.SqliteExtendedErrorCode == ShortRead || HasLostTables(failure) || !Exists;

    /// <summary>The writer's connection to a file with our schema, and what that file holds.</summary>
    public (SqliteConnection Connection, EntryTable Entries) OpenOrCreate()
    {
        Directory.CreateDirectory(folder);
        if (Exists && TryOpen() is { } opened)
            return opened;
        return Recreate();
    }

    public (SqliteConnection Connection, EntryTable Entries) Recreate()
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(_path + ending);
        Directory.CreateDirectory(folder);
        var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL");
        Run(connection, Schema.Create);
        Prepare(connection);
        return (connection, new());
    }

    // Not mapped into memory: a file cut short under a mapping would end the process, not the question.
    public SqliteConnection OpenReader()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA query_only = 1; PRAGMA cache_size = -4000; PRAGMA busy_timeout = 5000");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    (SqliteConnection, EntryTable)? TryOpen()
    {
        var connection = Connect(SqliteOpenMode.ReadWrite, open: false);
        try
        {
            connection.Open();
            if (Ask(connection, "PRAGMA application_id") is (long)Schema.ApplicationId && Ask(connection, "PRAGMA user_version") is (long)Schema.Version)
            {
                Prepare(connection);
                return (connection, ReadEntries(connection));
            }
        }
        catch (SqliteException failure) when (IsDamage(failure))
        {
            // Told by the state: an index made anew asks to be filled.
        }
        connection.Dispose();
        return null;
    }

    // Nothing here is the only copy, so an index may lose its last moments with the power; the cursor goes with them.
    // The journal is folded in by the writer after it let the readers go on, not inside a commit.
    static void Prepare(SqliteConnection connection) =>
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 0");

    static EntryTable ReadEntries(SqliteConnection connection)
    {
        var entries = new EntryTable();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {DocumentRow.Columns} FROM documents ORDER BY number";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (number, document, lengths) = DocumentRow.Read(rows);
            entries.Set(entries.EntryFor(document, number, lengths));
        }
        return entries;
    }

    static bool HasLostTables(SqliteException failure) => failure.SqliteErrorCode == 1
        && (failure.Message.Contains("no such table", StringComparison.Ordinal) || failure.Message.Contains("vtable", StringComparison.Ordinal));

    // Pooling is ours: a pooled connection would hold on to a file that was replaced.
    SqliteConnection Connect(SqliteOpenMode mode, bool open = true)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        if (open)
            connection.Open();
        return connection;
    }
}
