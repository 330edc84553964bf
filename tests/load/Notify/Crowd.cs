using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Load.Notify;

/// <summary>Thousands of people who follow one hub, put into the database of a stopped site; and what came of it, read from there.</summary>
sealed class Crowd(string database)
{
    readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 30 }.ToString();

    /// <summary>A hub that has a topic of its own.</summary>
    public (string Hub, string Topic) Hub()
    {
        using var db = Open();
        return Read(db, """
            SELECT h.Id, t.value FROM Hubs h, json_each(h.Scope, '$.topics') t WHERE h.Kind = 0 ORDER BY h.Slug LIMIT 1
            """, row => (row.GetString(0), row.GetString(1))).Single();
    }

    /// <summary>Copies of one member, with an account and a name of their own, who all follow the hub.</summary>
    public void Fill(string likeHandle, string hub, int count)
    {
        using var db = Open();
        using var whole = db.BeginTransaction();
        var people = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count.ToString(CultureInfo.InvariantCulture)})";
        const string Id = "printf('%08X-0000-7000-8000-%012X', n.i, n.i)";
        const string Mail = "'crowd' || n.i || '@example.org'";
        Copy(db, people, "Members", $"Handle = '{likeHandle}'", new() { ["Id"] = Id, ["Handle"] = "'crowd_' || n.i", ["Name"] = "'Reader ' || n.i" });
        Copy(db, people, "Accounts", $"Id = (SELECT Id FROM Members WHERE Handle = '{likeHandle}')", new()
        {
            ["Id"] = Id,
            ["Email"] = Mail,
            ["NormalizedEmail"] = $"upper({Mail})",
            ["UserName"] = Mail,
            ["NormalizedUserName"] = $"upper({Mail})",
        });
        Do(db, $"{people} INSERT INTO Follows (MemberId, Kind, TargetId, At) SELECT {Id}, 3, '{hub}', 0 FROM n");
        whole.Commit();
    }

    /// <summary>The notifications and digest entries of the story that was told of last.</summary>
    public (int Told, int InDigest) Told(string title)
    {
        using var db = Open();
        return Read(db, $"SELECT COUNT(*), COUNT(DigestAt) FROM Notifications WHERE SubjectId = (SELECT Id FROM Stories WHERE Title = '{title}')",
            row => (row.GetInt32(0), row.GetInt32(1))).Single();
    }

    /// <summary>The most rows that one commit told members of.</summary>
    public int MostInACommit()
    {
        using var db = Open();
        return Read(db, """
            SELECT (SELECT COUNT(*) FROM Notifications n WHERE n.EventNumber = e.Ids ->> '$.Number' AND n.Reason = e.Ids ->> '$.Reason'
                AND n.MemberId BETWEEN upper(e.Ids ->> '$.From') AND upper(e.Ids ->> '$.To')) + 1
            FROM Events e WHERE e.Type = 'MembersNotified'
            """, row => row.GetInt32(0)).DefaultIfEmpty(0).Max();
    }

    /// <summary>From now on the digests of this many of them are due, and nobody else's.</summary>
    public void MakeDigestsDue(int count)
    {
        using var db = Open();
        using var whole = db.BeginTransaction();
        Do(db, "UPDATE Notifications SET DigestAt = NULL");
        Do(db, $"UPDATE Notifications SET DigestAt = 1 WHERE MemberId IN (SELECT MemberId FROM Follows WHERE Kind = 3 ORDER BY MemberId LIMIT {count.ToString(CultureInfo.InvariantCulture)})");
        whole.Commit();
    }

    public (int Begun, int Sent, int People) Digests()
    {
        using var db = Open();
        return Read(db, "SELECT COUNT(*), COUNT(SentAt), COUNT(DISTINCT MemberId) FROM OutgoingMails WHERE Kind = 'Digest'", row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2))).Single();
    }

    static void Copy(SqliteConnection db, string people, string table, string which, Dictionary<string, string> own)
    {
        var columns = Read(db, $"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0));
        Do(db, $"{people} INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(c => own.GetValueOrDefault(c, $"m.{c}")))} FROM {table} m, n WHERE m.{which}");
    }

    SqliteConnection Open()
    {
        var db = new SqliteConnection(connectionString);
        db.Open();
        return db;
    }

#pragma warning disable CA2100 // Every word of these statements is the bench's own.
    static void Do(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static List<T> Read<T>(SqliteConnection db, string sql, Func<SqliteDataReader, T> of)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(of(rows));
        return found;
    }
#pragma warning restore CA2100
}
