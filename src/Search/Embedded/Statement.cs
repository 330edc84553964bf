using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// A prepared statement that is run hundreds of times for one answer or one batch. ADO.NET takes longer to ask such a small question than
/// SQLite takes to answer it.
/// </summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Begins anew with these values.</summary>
    public Statement With(long value)
    {
        Reset();
        Check(raw.sqlite3_bind_int64(_statement, 1, value));
        return this;
    }

    public Statement With(string value)
    {
        Reset();
        Check(raw.sqlite3_bind_text(_statement, 1, value));
        return this;
    }

    public Statement With(string first, long second)
    {
        With(first);
        Check(raw.sqlite3_bind_int64(_statement, 2, second));
        return this;
    }

    public Statement With(string first, long second, long third)
    {
        With(first, second);
        Check(raw.sqlite3_bind_int64(_statement, 3, third));
        return this;
    }

    public Statement With(string first, string second)
    {
        With(first);
        Check(raw.sqlite3_bind_text(_statement, 2, second));
        return this;
    }

    /// <summary>False when there is no further row.</summary>
    public bool Next()
    {
        var result = raw.sqlite3_step(_statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    public void Run()
    {
        Next();
        Reset();
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>SQLite's own, and good until the next row or values.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Lets go of the row; an unfinished statement holds its transaction open.</summary>
    // What went wrong before is said again here, and was thrown then.
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
