using HealthDoers.Search.Language;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>One connection for reading, with its statements prepared. Used by one question at a time.</summary>
sealed class IndexReader : IVocabulary, IDisposable
{
    const string Bm25 = "bm25(terms, 3, 1.5, 1, 1.5)";
    const int MostResembling = 20_000;

    readonly SqliteConnection _connection;
    readonly Dictionary<string, SqliteCommand> _commands = [];
    readonly EntryTable _entries;
    EntryFilter? _filter;

    public IndexReader(SqliteConnection connection, EntryTable entries)
    {
        _connection = connection;
        _entries = entries;
        _connection.CreateFunction("passes", (long number) => _filter?.Passes(number) ?? false);
    }

    public int Documents => _entries.Count;

    /// <summary>Documents whose terms match, latest first, with FTS5's BM25 turned so that more is better.</summary>
    public IEnumerable<(long Number, double Score)> Scored(string match, EntryFilter filter, int most)
    {
        _filter = filter;
        using var rows = Query($"SELECT rowid, {Bm25} FROM terms WHERE terms MATCH $match AND passes(rowid) ORDER BY rowid DESC LIMIT $most",
            ("$match", match), ("$most", most));
        while (rows.Read())
            yield return (rows.GetInt64(0), -rows.GetDouble(1));
    }

    /// <summary>Any documents whose terms match, latest first, without the cost of scoring or filtering.</summary>
    public IEnumerable<long> Matching(string match, int most)
    {
        using var rows = Query("SELECT rowid FROM terms WHERE terms MATCH $match ORDER BY rowid DESC LIMIT $most",
            ("$match", match), ("$most", most));
        while (rows.Read())
            yield return rows.GetInt64(0);
    }

    public IEnumerable<long> WithTitle(string titleKey, EntryFilter filter, int most)
    {
        _filter = filter;
        using var rows = Query("SELECT number FROM documents WHERE title_key = $key AND passes(number) ORDER BY number DESC LIMIT $most",
            ("$key", titleKey), ("$most", most));
        while (rows.Read())
            yield return rows.GetInt64(0);
    }

    public byte[] Vector(long number)
    {
        using var rows = Query("SELECT vector FROM texts WHERE number = $number", ("$number", number));
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }

    public SearchDocument? Document(long number)
    {
        using var rows = Query(DocumentRow.Whole, ("$number", number));
        return rows.Read() ? DocumentRow.ReadWhole(rows) : null;
    }

    public int DocumentsWith(string stem)
    {
        using var rows = Query("SELECT documents FROM stems WHERE stem = $stem", ("$stem", stem));
        return rows.Read() ? rows.GetInt32(0) : 0;
    }

    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int most) =>
        [.. WordsFrom(prefix, 1, int.MaxValue).OrderByDescending(word => word.Documents).Take(most)];

    public IEnumerable<VocabularyWord> Resembling(string word, int slips) =>
        WordsFrom(word[..1], word.Length - slips, word.Length + slips);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    List<VocabularyWord> WordsFrom(string start, int shortest, int longest)
    {
        var words = new List<VocabularyWord>();
        using var rows = Query(
            "SELECT word, documents FROM words WHERE word >= $start AND word < $end AND length(word) BETWEEN $shortest AND $longest LIMIT $most",
            ("$start", start), ("$end", start + '\uffff'), ("$shortest", shortest), ("$longest", longest), ("$most", MostResembling));
        while (rows.Read())
            words.Add(new(rows.GetString(0), rows.GetInt32(1)));
        return words;
    }

    SqliteDataReader Query(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in values)
                command.Parameters.Add(new SqliteParameter(name, null));
            _commands.Add(sql, command);
        }
        foreach (var (name, value) in values)
            command.Parameters[name].Value = value;
        return command.ExecuteReader();
    }
}
