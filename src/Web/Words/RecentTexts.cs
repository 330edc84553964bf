using System.Collections.Concurrent;

namespace HealthDoers.Web.Words;

/// <summary>
/// Texts that are costly to make and follow from their key alone, so that none is ever out of date. Bounded: what was
/// asked for lately stays.
/// </summary>
/// <param name="characters">How much is kept at the most.</param>
sealed class RecentTexts<TKey>(int characters) where TKey : notnull
{
    // Two halves: when the newer is full, the older goes, and what is asked for in between has moved over.
    readonly Lock _keeping = new();
    volatile ConcurrentDictionary<TKey, string> _newer = [], _older = [];
    int _room = characters / 2;

    public string GetOrMake(TKey key, Func<TKey, string> make)
    {
        if (_newer.TryGetValue(key, out var text))
            return text;
        if (!_older.TryGetValue(key, out text))
            text = make(key);
        if (text.Length <= characters / 8)
            Keep(key, text);
        return text;
    }

    void Keep(TKey key, string text)
    {
        lock (_keeping)
        {
            _room -= text.Length;
            if (_room < 0)
            {
                (_older, _newer) = (_newer, []);
                _room = characters / 2 - text.Length;
            }
            _newer[key] = text;
        }
    }
}
