namespace HealthDoers.Search.Language;

/// <summary>
/// A light stemmer for nouns and adjectives: number and gender go, verbs stay. After J. Savoy, "Light stemming approaches
/// for the French, Portuguese, German and Hungarian languages" (2006), whose Spanish rules follow the same idea.
/// </summary>
static class SpanishStemmer
{
    /// <param name="word">Folded, so without accents.</param>
    public static string Stem(string word)
    {
        if (word.Length < 4)
            return word;
        if (word.EndsWith("ces", StringComparison.Ordinal))
            return word[..^3] + "z";
        if (word.Length > 4 && (word.EndsWith("os", StringComparison.Ordinal) || word.EndsWith("as", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)))
            return word[..^2];
        return word[^1] is 'o' or 'a' or 'e' ? word[..^1] : word;
    }
}
