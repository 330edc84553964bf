using System.Collections.Concurrent;

namespace HealthDoers.Web.Data;

/// <summary>
/// What requests ask for again and again, by key: read once and believed for a minute at the most, or until it is
/// forgotten. What was read before a change is never remembered after it. Bounded: what was asked for lately stays.
/// </summary>
sealed class Remembered<TKey, T>(int most, TimeProvider clock) where TKey : notnull where T : class
{
    static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    // Two halves: when the newer is full, the older goes, and what is asked for in between has moved over.
    readonly Lock _keeping = new();
    volatile ConcurrentDictionary<TKey, Entry> _newer = [], _older = [];
    long _changes;

    /// <summary>What there is not (null) is asked for again each time.</summary>
    public ValueTask<T?> GetAsync(TKey key, Func<Task<T?>> read)
    {
        if (_newer.TryGetValue(key, out var known) && IsBelieved(known))
            return new(known.Value);
        if (_older.TryGetValue(key, out known) && IsBelieved(known))
        {
            Keep(key, known, Interlocked.Read(ref _changes));
            return new(known.Value);
        }
        return new(ReadAsync(key, read));
    }

    public void Forget(TKey key)
    {
        lock (_keeping)
        {
            _changes++;
            _newer.TryRemove(key, out _);
            _older.TryRemove(key, out _);
        }
    }

    public void Forget(Func<TKey, T, bool> which)
    {
        lock (_keeping)
        {
            _changes++;
            foreach (var half in new[] { _newer, _older })
                foreach (var (key, entry) in half)
                    if (which(key, entry.Value))
                        half.TryRemove(key, out _);
        }
    }

    public void ForgetAll() => Forget((_, _) => true);

    bool IsBelieved(Entry entry) => clock.GetUtcNow() < entry.Until;

    async Task<T?> ReadAsync(TKey key, Func<Task<T?>> read)
    {
        var (changes, until) = (Interlocked.Read(ref _changes), clock.GetUtcNow() + Believed);
        if (await read() is not { } value)
            return null;
        Keep(key, new(value, until), changes);
        return value;
    }

    void Keep(TKey key, Entry entry, long changes)
    {
        lock (_keeping)
        {
            if (changes != _changes)
                return;
            if (_newer.Count >= most / 2)
                (_older, _newer) = (_newer, []);
            _newer[key] = entry;
        }
    }

    sealed record Entry(T Value, DateTimeOffset Until);
}
