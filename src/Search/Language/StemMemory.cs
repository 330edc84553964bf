namespace HealthDoers.Search.Language;

/// <summary>The stems of words met lately: a text is mostly words that were met before. A word may push another one out.</summary>
sealed class StemMemory(Func<string, string> stem)
{
    const int Places = 1 << 13;

    // A place is written whole or not at all, so threads need no lock; at worst two of them stem the same word.
    readonly Pair?[] _pairs = new Pair?[Places];

    public string Of(string word)
    {
        ref var place = ref _pairs[string.GetHashCode(word) & (Places - 1)];
        if (place is { } known && known.Word == word)
            return known.Stem;
        var pair = new Pair(word, stem(word));
        Volatile.Write(ref place, pair);
        return pair.Stem;
    }

    sealed record Pair(string Word, string Stem);
}
