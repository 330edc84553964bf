using System.Diagnostics.CodeAnalysis;

namespace HealthDoers.Search.Embedded;

/// <summary>The candidates of one question.</summary>
sealed class Tallies
{
    Tally[] _all = new Tally[256];
    int[] _places = [];

    public int Count { get; private set; }

    public ReadOnlySpan<Tally> All => _all.AsSpan(0, Count);

    public void Clear()
    {
        foreach (var tally in All)
            _places[tally.Entry.Number] = 0;
        _all.AsSpan(0, Count).Clear();
        Count = 0;
    }

    public bool Has(long number) => number < _places.Length && _places[number] > 0;

    public bool TryFind(long number, [NotNullWhen(true)] out Entry? entry)
    {
        entry = Has(number) ? _all[_places[number] - 1].Entry : null;
        return entry is not null;
    }

    /// <summary>The entry's own, or a new one.</summary>
    public ref Tally Of(Entry entry)
    {
        if (entry.Number >= _places.Length)
            Array.Resize(ref _places, (int)Math.Max(entry.Number + 1, _places.Length * 2L));
        ref var place = ref _places[entry.Number];
        if (place == 0)
        {
            if (Count == _all.Length)
                Array.Resize(ref _all, Count * 2);
            place = ++Count;
            _all[place - 1].Entry = entry;
        }
        return ref _all[place - 1];
    }
}
