using System.Buffers.Text;
using System.Runtime.InteropServices;
using HealthDoers.Search.Language;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>One connection for reading, with its statements prepared. Used by one question at a time.</summary>
sealed class IndexReader : IDisposable
{
    const int MostResembling = 20_000;

    /// <summary>Read at once, as one text: a row each would cost ten times as much.</summary>
    const int AtOnce = 10_001;

    readonly SqliteConnection _connection;
    readonly Dictionary<string, SqliteCommand> _commands = [];
    readonly EntryTable _entries;
    readonly LongLists _longLists;
    readonly List<int> _list = [];
    Statement? _vector;
    Statement? _stem;
    EntryFilter? _filter;

    public IndexReader(SqliteConnection connection, EntryTable entries, LongLists longLists)
    {
        (_connection, _entries, _longLists) = (connection, entries, longLists);
        _connection.CreateFunction("passes", (long number) => _filter?.Passes(number) ?? false);
    }

    /// <summary>Room that questions use one after the other.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>All questions to the file until <see cref="End"/> see one state of it, and it is locked once and not for each.</summary>
    public void Begin() => Command("BEGIN").ExecuteNonQuery();

    public void End()
    {
        _vector?.Reset();
        _stem?.Reset();
        Command("COMMIT").ExecuteNonQuery();
    }

    /// <summary>Fills in the documents whose terms match, latest first, down to number <paramref name="from"/>; without a filter all of them.</summary>
    public List<long> Matching(string match, EntryFilter? filter, int most, List<long> found, long from = 0)
    {
        found.Clear();
        for (var below = long.MaxValue; below > 0 && found.Count < most;)
        {
            var list = ListOf(match, from, below);
            foreach (var number in list)
            {
                if (found.Count < most && (filter is null || filter.Passes(number)))
                    found.Add(number);
            }
            below = list.Length < AtOnce ? 0 : list[^1];
        }
        return found;
    }

    /// <summary>The next numbers below; good until the next list is read.</summary>
    ReadOnlySpan<int> ListOf(string match, long from, long below)
    {
        if (_longLists.Find(match, from, below) is { } known)
            return known;
        Read(match, from, below);
        _longLists.Keep(match, from, below, _list);
        return CollectionsMarshal.AsSpan(_list);
    }

    void Read(string match, long from, long below)
    {
        _list.Clear();
        using var rows = Query("SELECT group_concat(rowid) FROM (SELECT rowid FROM terms WHERE terms MATCH $match AND rowid >= $from AND rowid < $below ORDER BY rowid DESC LIMIT $most)",
            ("$match", match), ("$from", from), ("$below", below), ("$most", AtOnce));
        // The bytes are SQLite's own and good until the next step.
        var rest = rows.Read() ? SQLitePCL.raw.sqlite3_column_blob(rows.Handle, 0) : [];
        while (Utf8Parser.TryParse(rest, out int number, out var length))
        {
            rest = rest[Math.Min(length + 1, rest.Length)..];
            _list.Add(number);
        }
    }

    public IEnumerable<long> WithTitle(string titleKey, EntryFilter filter, int most)
    {
        _filter = filter;
        using var rows = Query("SELECT number FROM documents WHERE title_key = $key AND passes(number) ORDER BY number DESC LIMIT $most",
            ("$key", titleKey), ("$most", most));
        while (rows.Read())
            yield return rows.GetInt64(0);
    }

    /// <summary>Good until the next one.</summary>
    public ReadOnlySpan<byte> Vector(long number)
    {
        _vector ??= new(_connection, "SELECT vector FROM texts WHERE number = ?");
        return _vector.With(number).Next() ? _vector.Bytes(0) : [];
    }

    public SearchDocument? Document(long number)
    {
        using var rows = Query(DocumentRow.Whole, ("$number", number));
        return rows.Read() ? DocumentRow.ReadWhole(rows) : null;
    }

    public StemCount CountOf(string stem)
    {
        _stem ??= new(_connection, "SELECT documents, public FROM stems WHERE stem = ?");
        return _stem.With(stem).Next() ? new((int)_stem.Number(0), (int)_stem.Number(1)) : default;
    }

    /// <summary>Folded words of public documents that begin so, most frequent first.</summary>
    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int most) =>
        Words("SELECT word, documents FROM words WHERE word >= $start AND word < $end ORDER BY documents DESC, word LIMIT $most",
            ("$start", prefix), ("$end", prefix + '\uffff'), ("$most", most));

    /// <summary>Folded words of public documents with the same first letter and a length within <paramref name="slips"/>.</summary>
    public IEnumerable<VocabularyWord> Resembling(string word, int slips) =>
        Words("SELECT word, documents FROM words WHERE word >= $start AND word < $end AND length(word) BETWEEN $shortest AND $longest LIMIT $most",
            ("$start", word[..1]), ("$end", word[..1] + '\uffff'), ("$shortest", word.Length - slips), ("$longest", word.Length + slips), ("$most", MostResembling));

    public void Dispose()
    {
        _vector?.Dispose();
        _stem?.Dispose();
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    List<VocabularyWord> Words(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var words = new List<VocabularyWord>();
        using var rows = Query(sql, values);
        while (rows.Read())
            words.Add(new(rows.GetString(0), rows.GetInt32(1)));
        return words;
    }

    SqliteDataReader Query(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Command(sql);
        foreach (var (name, value) in values)
            command.Parameters[name].Value = value;
        return command.ExecuteReader();
    }

    SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in SqlParameters.NamesIn(sql))
                command.Parameters.Add(new SqliteParameter(name, null));
            _commands.Add(sql, command);
        }
        return command;
    }
}
