using System.Collections.Concurrent;
using System.Diagnostics;
using HealthDoers.Search.Language;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// The index in one SQLite file, with a small table of entries in memory. Many may ask while one writes; a file that is missing,
/// damaged or of another version is made anew and asks to be filled, now or at any later moment.
/// </summary>
public sealed class EmbeddedEngine : ISearchEngine, IUnderstanding, IDisposable
{
    readonly IndexFile _file;
    readonly TimeProvider _clock;
    readonly Lock _writing = new();
    readonly ReaderWriterLockSlim _gate = new();
    readonly ConcurrentBag<IndexReader> _readers = [];
    readonly LongLists _longLists = new();

    /// <summary>No more questions at once than there are cores: they would only make each other slower, each with a reader's memory.</summary>
    readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    QuestionReader _questions;
    SqliteConnection _connection;
    EntryTable _entries;
    IndexWriter _writer;
    long? _cursor;

    /// <param name="folder">Made when missing; the engine is its only user.</param>
    public EmbeddedEngine(string folder, Lexicon lexicon, TimeProvider clock)
    {
        _file = new(folder);
        _clock = clock;
        _questions = new(lexicon);
        (_connection, _entries) = _file.OpenOrCreate();
        _writer = new(_connection, _entries);
        _cursor = _writer.Cursor();
    }

    /// <summary>From now on questions are read with this lexicon; nothing has to be indexed again.</summary>
    public void Use(Lexicon lexicon) => Volatile.Write(ref _questions, new(lexicon));

    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancel = default)
    {
        var started = Stopwatch.GetTimestamp();
        await _turns.WaitAsync(cancel);
        try
        {
            return Answer(query) with { Took = Stopwatch.GetElapsedTime(started) };
        }
        finally
        {
            _turns.Release();
        }
    }

    SearchPage Answer(SearchQuery query)
    {
        var asked = _connection;
        try
        {
            _gate.EnterReadLock();
            try
            {
                asked = _connection;
                return Search(query);
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
        catch (SqliteException failure) when (_file.IsDamage(failure))
        {
            lock (_writing)
            {
                // Several may have met the same damage; the first one mends it.
                if (asked == _connection)
                    StartAnew();
            }
            return new() { IsRebuilding = true };
        }
    }

    /// <summary>Writes all of the batch or none of it. The state that comes back says whether the index now has to be refilled.</summary>
    public ValueTask<IndexState> ApplyAsync(IndexBatch batch, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_writing)
        {
            try
            {
                if (!_file.Exists)
                    StartAnew();
                else
                    Apply(batch);
            }
            catch (SqliteException failure) when (_file.IsDamage(failure))
            {
                StartAnew();
            }
            return new(State());
        }
    }

    public ValueTask<IndexState> StateAsync(CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_writing)
        {
            if (!_file.Exists)
                StartAnew();
            return new(State());
        }
    }

    /// <summary>Throws everything away; the index needs a rebuild afterwards.</summary>
    public ValueTask<IndexState> ClearAsync(CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_writing)
        {
            StartAnew();
            return new(State());
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            CloseAll();
            _gate.Dispose();
            _turns.Dispose();
        }
    }

    /// <summary>By the words of this index; by any words while it has to be filled.</summary>
    Question IUnderstanding.Read(string text, IReadOnlyList<string> audiences)
    {
        _gate.EnterReadLock();
        try
        {
            var questions = Volatile.Read(ref _questions);
            return _cursor is null ? questions.Read(text, AnyWords.Instance) : Reading(reader => questions.Read(text, new AskersWords(reader, _entries, audiences)));
        }
        catch (SqliteException failure) when (_file.IsDamage(failure))
        {
            // Whoever writes or searches here next mends it.
            return Volatile.Read(ref _questions).Read(text, AnyWords.Instance);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    SearchPage Search(SearchQuery query) =>
        Reading(reader => new Asking(reader, _entries, Volatile.Read(ref _questions), _clock.GetUtcNow()).For(query)) with { IsRebuilding = _cursor is null };

    T Reading<T>(Func<IndexReader, T> read)
    {
        var reader = _readers.TryTake(out var idle) ? idle : new(_file.OpenReader(), _entries, _longLists);
        try
        {
            reader.Begin();
            var result = read(reader);
            reader.End();
            _readers.Add(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    void Apply(IndexBatch batch)
    {
        if (_cursor is null && batch.Cursor is not null)
            _writer.Settle();
        using var transaction = _connection.BeginTransaction();
        var changes = _writer.Write(batch, transaction);
        _gate.EnterWriteLock();
        try
        {
            transaction.Commit();
            foreach (var change in changes)
                _entries.Apply(change);
            if (changes.Count > 0)
                _longLists.Clear();
            _cursor = batch.Cursor ?? _cursor;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
        IndexFile.Run(_connection, "PRAGMA wal_checkpoint(PASSIVE)");
    }

    IndexState State() => new(_cursor ?? 0, _cursor is null, _entries.Count);

    void StartAnew()
    {
        _gate.EnterWriteLock();
        try
        {
            CloseAll();
            (_connection, _entries) = _file.Recreate();
            _writer = new(_connection, _entries);
            _longLists.Clear();
            _cursor = null;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    void CloseAll()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _writer.Dispose();
        _connection.Dispose();
    }
}
