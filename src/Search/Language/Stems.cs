namespace HealthDoers.Search.Language;

/// <summary>The terms that stand in the index for a word. Spanish ones are marked, so that the two languages never meet by accident.</summary>
static class Stems
{
    /// <summary>Not ASCII, so that the index takes it for a part of the word.</summary>
    const string SpanishMark = "·";

    public static string In(string language, string word) =>
        IsSpanish(language) ? SpanishMark + SpanishStemmer.Stem(word) : EnglishStemmer.Stem(word);

    /// <summary>A question may be put in either language and find either.</summary>
    public static IEnumerable<string> InAnyLanguage(string word) => [EnglishStemmer.Stem(word), SpanishMark + SpanishStemmer.Stem(word)];

    public static bool IsSpanish(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase);
}
