using HealthDoers.Search.Ranking;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>Writes one batch in one transaction; the caller commits it together with what is in memory.</summary>
sealed class IndexWriter : IDisposable
{
    readonly SqliteConnection _connection;
    readonly EntryTable _entries;
    readonly Dictionary<string, SqliteCommand> _commands = [];

    public IndexWriter(SqliteConnection connection, EntryTable entries) => (_connection, _entries) = (connection, entries);

    public long? Cursor() => (long?)IndexFile.Ask(_connection, "SELECT cursor FROM state");

    /// <summary>The changes to the entries, to be made when the transaction commits.</summary>
    public List<EntryChange> Write(IndexBatch batch, SqliteTransaction transaction)
    {
        var changes = new List<EntryChange>();
        var stems = new Dictionary<string, int>();
        var words = new Dictionary<string, int>();
        var upserts = batch.Upserts.AsParallel().AsOrdered().Select(DocumentLimits.Clean).ToList();
        // The greater part of the work, and the only one that needs no turn at the file.
        var analyses = upserts.AsParallel().AsOrdered().Select(DocumentAnalysis.Of).ToList();
        var lastOfKey = upserts.Select((document, at) => (document.Key, at)).ToLookup(pair => pair.Key, pair => pair.at).ToDictionary(g => g.Key, g => g.Max());

        foreach (var key in batch.Deletes.Concat(lastOfKey.Keys).Distinct())
        {
            if (_entries.Find(key) is { } old)
                Remove(old.Number, stems, words, transaction);
        }
        changes.AddRange(batch.Deletes.Distinct().Where(key => !lastOfKey.ContainsKey(key)).Select(key => new EntryChange(key, null, 0, default)));
        for (var at = 0; at < upserts.Count; at++)
        {
            var document = upserts[at];
            if (lastOfKey[document.Key] != at)
                continue;
            var number = _entries.Find(document.Key)?.Number ?? _entries.NextNumber();
            changes.Add(new(document.Key, document, number, Insert(number, document, analyses[at], stems, words, transaction)));
        }
        Count("stems", "stem", stems, transaction);
        Count("words", "word", words, transaction);
        if (batch.Cursor is { } cursor)
            Execute($"DELETE FROM state; INSERT INTO state VALUES ($cursor)", transaction, ("$cursor", cursor));
        return changes;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    FieldLengths Insert(long number, SearchDocument document, DocumentAnalysis analysis, Dictionary<string, int> stems, Dictionary<string, int> words, SqliteTransaction transaction)
    {
        DocumentRow.Bind(Command(DocumentRow.Insert, transaction).Parameters, number, document, analysis);
        Command(DocumentRow.Insert, transaction).ExecuteNonQuery();
        Execute("INSERT INTO texts VALUES ($number, $vector, $body, $translations)", transaction,
            ("$number", number), ("$body", document.Body), ("$translations", DocumentRow.Write(document.Translations)), ("$vector", TermVector.Encode(analysis.Fields)));
        Execute("INSERT INTO terms (rowid, title, summary, body, tags) VALUES ($number, $title, $summary, $body, $tags)", transaction,
            ("$number", number), ("$title", Joined(analysis, Field.Title)), ("$summary", Joined(analysis, Field.Summary)),
            ("$body", Joined(analysis, Field.Body)), ("$tags", Joined(analysis, Field.Tags)));
        Tally(stems, analysis.Stems, 1);
        Tally(words, analysis.Words, 1);
        return analysis.Lengths;
    }

    void Remove(long number, Dictionary<string, int> stems, Dictionary<string, int> words, SqliteTransaction transaction)
    {
        var analysis = DocumentAnalysis.Of(Stored(number, transaction));
        Tally(stems, analysis.Stems, -1);
        Tally(words, analysis.Words, -1);
        Execute("DELETE FROM terms WHERE rowid = $number", transaction, ("$number", number));
        Execute("DELETE FROM texts WHERE number = $number", transaction, ("$number", number));
        Execute("DELETE FROM documents WHERE number = $number", transaction, ("$number", number));
    }

    SearchDocument Stored(long number, SqliteTransaction transaction)
    {
        var command = Command(DocumentRow.Whole, transaction);
        command.Parameters["$number"].Value = number;
        using var row = command.ExecuteReader();
        row.Read();
        return DocumentRow.ReadWhole(row);
    }

    void Count(string table, string column, Dictionary<string, int> changes, SqliteTransaction transaction)
    {
        var add = $"INSERT INTO {table} VALUES ($text, $change) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents";
        var forget = $"DELETE FROM {table} WHERE {column} = $text AND documents <= 0";
        // In order, so that neighbours in the table are written together.
        foreach (var (text, change) in changes.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Execute(add, transaction, ("$text", text), ("$change", change));
            if (change < 0)
                Execute(forget, transaction, ("$text", text));
        }
    }

    void Execute(string sql, SqliteTransaction transaction, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Command(sql, transaction);
        foreach (var (name, value) in values)
            command.Parameters[name].Value = value;
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(string sql, SqliteTransaction transaction)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in SqlParameters.NamesIn(sql))
                command.Parameters.Add(new SqliteParameter(name, null));
            _commands.Add(sql, command);
        }
        command.Transaction = transaction;
        return command;
    }

    static string Joined(DocumentAnalysis analysis, Field field) => string.Join(' ', analysis.Fields[(int)field]);

    static void Tally(Dictionary<string, int> tally, IEnumerable<string> texts, int change)
    {
        foreach (var text in texts)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(tally, text, out _) += change;
    }
}

/// <param name="Document">None: it goes.</param>
readonly record struct EntryChange(DocumentKey Key, SearchDocument? Document, long Number, FieldLengths Lengths);
