namespace HealthDoers.Search.Language;

/// <summary>How much two titles say the same.</summary>
public static class Likeness
{
    /// <summary>0 to 1: the words that both have, as a part of all their words; endings and small words do not count.</summary>
    public static double Of(string a, string b)
    {
        var (one, other) = (Words(a), Words(b));
        return one.Count + other.Count == 0 ? 0 : one.Intersect(other).Count() / (double)one.Union(other).Count();
    }

    static HashSet<string> Words(string title) =>
        [.. Tokenizer.Tokens(title).Where(t => !StopWords.Contains(t.Word)).Select(t => EnglishStemmer.Stem(t.Word))];
}
