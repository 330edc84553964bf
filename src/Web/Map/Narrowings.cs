using System.Collections.Concurrent;

namespace HealthDoers.Web.Map;

/// <summary>Sets that were counted out, by what narrowed them. A handful is kept: what everybody asks for.</summary>
sealed class Narrowings
{
    const int Kept = 200;

    readonly ConcurrentDictionary<string, Bits> _sets = [];

    public Bits GetOrAdd(string by, Func<Bits> count)
    {
        if (_sets.TryGetValue(by, out var set))
            return set;
        if (_sets.Count >= Kept)
            _sets.Clear();
        return _sets[by] = count();
    }
}
