using HealthDoers.Search.Language;

namespace HealthDoers.Search.Embedded;

/// <summary>Numbers for the values of facets and audiences, so that entries stay small and counting is quick.</summary>
sealed class ValueList
{
    readonly Dictionary<(string Facet, string Value), int> _numbers = new(Comparer.Instance);
    readonly List<FacetValue> _values = [];

    public int Count => _values.Count;

    public FacetValue this[int number] => _values[number];

    public int Add(string facet, string value, string? label = null)
    {
        if (_numbers.TryGetValue((facet, value), out var number))
        {
            if (label is not null && _values[number].Label != label)
                _values[number] = _values[number] with { Label = label };
            return number;
        }
        _values.Add(new(facet, value, label ?? value));
        _numbers.Add((facet, value), _values.Count - 1);
        return _values.Count - 1;
    }

    public HashSet<int> Find(string facet, IEnumerable<string> values)
    {
        var found = new HashSet<int>();
        foreach (var value in values)
        {
            if (_numbers.TryGetValue((facet, value), out var number))
                found.Add(number);
        }
        return found;
    }

    /// <summary>Places whose words include all of these, however they are written.</summary>
    public HashSet<int> PlacesWith(string words)
    {
        var wanted = Tokenizer.Tokens(words).Select(token => token.Word).ToHashSet();
        var found = new HashSet<int>();
        if (wanted.Count == 0)
            return found;
        for (var number = 0; number < _values.Count; number++)
        {
            if (_values[number].Facet == FacetNames.Place && wanted.IsSubsetOf(_values[number].Words))
                found.Add(number);
        }
        return found;
    }

    internal sealed record FacetValue(string Facet, string Value, string Label)
    {
        HashSet<string>? _words;

        public HashSet<string> Words => _words ??= Tokenizer.Tokens(Value).Select(token => token.Word).ToHashSet();
    }

    sealed class Comparer : IEqualityComparer<(string Facet, string Value)>
    {
        public static readonly Comparer Instance = new();

        public bool Equals((string Facet, string Value) x, (string Facet, string Value) y) =>
            x.Facet == y.Facet && string.Equals(x.Value, y.Value, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Facet, string Value) value) =>
            HashCode.Combine(value.Facet, StringComparer.OrdinalIgnoreCase.GetHashCode(value.Value));
    }
}
