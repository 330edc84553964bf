using System.Runtime.InteropServices;
using System.Text.Json;
using HealthDoers.Search.Ranking;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>Writes one batch in one transaction; the caller commits it together with what is in memory.</summary>
sealed class IndexWriter : IDisposable
{
    /// <summary>Documents that are in memory as words at the same time.</summary>
    const int AtOnce = 256;

    readonly SqliteConnection _connection;
    readonly EntryTable _entries;
    readonly Dictionary<string, SqliteCommand> _commands = [];
    Statement? _number;

    public IndexWriter(SqliteConnection connection, EntryTable entries) => (_connection, _entries) = (connection, entries);

    public long? Cursor() => (long?)IndexFile.Ask(_connection, "SELECT cursor FROM state");

    /// <summary>The changes to the entries, to be made when the transaction commits.</summary>
    public List<EntryChange> Write(IndexBatch batch, SqliteTransaction transaction)
    {
        var changes = new List<EntryChange>();
        var stems = new Dictionary<string, StemCount>();
        var words = new Dictionary<string, int>();
        var lastOfKey = new Dictionary<DocumentKey, int>();
        for (var at = 0; at < batch.Upserts.Count; at++)
            lastOfKey[batch.Upserts[at].Key] = at;

        var known = new Dictionary<DocumentKey, long>();
        foreach (var key in batch.Deletes.Concat(lastOfKey.Keys).Distinct())
        {
            if (NumberOf(key) is not { } number)
                continue;
            var (before, isGone) = (Stored(number, transaction), !lastOfKey.TryGetValue(key, out var last));
            // Many things are told of more often than they change.
            if (!isGone && IsSame(before, DocumentLimits.Clean(batch.Upserts[last])))
            {
                lastOfKey.Remove(key);
                continue;
            }
            known.Add(key, number);
            Remove(number, before, stems, words, transaction);
            if (isGone)
                changes.Add(new(number, null, default));
        }
        foreach (var some in batch.Upserts.Where((document, at) => lastOfKey.TryGetValue(document.Key, out var last) && last == at).Chunk(AtOnce))
        {
            // Taking them apart is a great part of the work, and the only one that needs no turn at the file.
            foreach (var (document, analysis) in some.AsParallel().AsOrdered().Select(DocumentLimits.Clean).Select(document => (document, DocumentAnalysis.Of(document))).ToList())
            {
                var number = known.TryGetValue(document.Key, out var old) ? old : _entries.NextNumber();
                changes.Add(new(number, document, Insert(number, document, analysis, stems, words, transaction)));
            }
        }
        Count(stems);
        Count(words);
        if (batch.Cursor is { } cursor)
            Execute($"DELETE FROM state; INSERT INTO state VALUES ($cursor)", transaction, ("$cursor", cursor));
        return changes;
    }

    /// <summary>Merges the terms once everything is in, so that a question looks into one tree and not into many.</summary>
    public void Settle() => IndexFile.Run(_connection, Schema.Settle);

    public void Dispose()
    {
        _number?.Dispose();
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    long? NumberOf(DocumentKey key)
    {
        _number ??= new(_connection, "SELECT number FROM documents WHERE kind = ? AND id = ?");
        var number = _number.With(key.Kind, key.Id).Next() ? _number.Number(0) : (long?)null;
        _number.Reset();
        return number;
    }

    FieldLengths Insert(long number, SearchDocument document, DocumentAnalysis analysis, Dictionary<string, StemCount> stems, Dictionary<string, int> words, SqliteTransaction transaction)
    {
        DocumentRow.Bind(Command(DocumentRow.Insert, transaction).Parameters, number, document, analysis);
        Command(DocumentRow.Insert, transaction).ExecuteNonQuery();
        Execute("INSERT INTO texts VALUES ($number, $vector, $body, $translations)", transaction,
            ("$number", number), ("$body", document.Body), ("$translations", DocumentRow.Write(document.Translations)), ("$vector", TermVector.Encode(analysis.Fields)));
        Execute("INSERT INTO terms (rowid, title, summary, body, tags) VALUES ($number, $title, $summary, $body, $tags)", transaction,
            ("$number", number), ("$title", Joined(analysis, Field.Title)), ("$summary", Joined(analysis, Field.Summary)),
            ("$body", Joined(analysis, Field.Body)), ("$tags", Joined(analysis, Field.Tags)));
        Tally(stems, analysis, 1);
        Tally(words, analysis.Words, 1);
        return analysis.Lengths;
    }

    static bool IsSame(SearchDocument one, SearchDocument other) =>
        JsonSerializer.SerializeToUtf8Bytes(one).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other));

    void Remove(long number, SearchDocument document, Dictionary<string, StemCount> stems, Dictionary<string, int> words, SqliteTransaction transaction)
    {
        var analysis = DocumentAnalysis.Of(document);
        Tally(stems, analysis, -1);
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

    void Count(Dictionary<string, StemCount> changes)
    {
        using var add = new Statement(_connection, "INSERT INTO stems VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, public = public + excluded.public");
        using var forget = new Statement(_connection, "DELETE FROM stems WHERE stem = ? AND documents <= 0");
        foreach (var (stem, change) in InOrder(changes.Where(pair => pair.Value != default)))
        {
            add.With(stem, change.Documents, change.Public).Run();
            if (change.Documents < 0)
                forget.With(stem).Run();
        }
    }

    void Count(Dictionary<string, int> changes)
    {
        using var add = new Statement(_connection, "INSERT INTO words VALUES (?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents");
        using var forget = new Statement(_connection, "DELETE FROM words WHERE word = ? AND documents <= 0");
        foreach (var (word, change) in InOrder(changes.Where(pair => pair.Value != 0)))
        {
            add.With(word, change).Run();
            if (change < 0)
                forget.With(word).Run();
        }
    }

    // So that neighbours in a table are written together.
    static IEnumerable<KeyValuePair<string, T>> InOrder<T>(IEnumerable<KeyValuePair<string, T>> changes) => changes.OrderBy(pair => pair.Key, StringComparer.Ordinal);

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

    static void Tally(Dictionary<string, StemCount> tally, DocumentAnalysis analysis, int change)
    {
        foreach (var stem in analysis.Stems)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(tally, stem, out _);
            count = new(count.Documents + change, count.Public + (analysis.IsPublic ? change : 0));
        }
    }

    static void Tally(Dictionary<string, int> tally, IEnumerable<string> texts, int change)
    {
        foreach (var text in texts)
            CollectionsMarshal.GetValueRefOrAddDefault(tally, text, out _) += change;
    }
}

/// <param name="Document">None: it goes.</param>
readonly record struct EntryChange(long Number, SearchDocument? Document, FieldLengths Lengths);
