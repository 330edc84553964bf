namespace HealthDoers.Search.Language;

/// <summary>The terms that stand in the index for a word. Spanish ones are marked, so that the two languages never meet by accident.</summary>
static class Stems
{
    /// <summary>Not ASCII, so that the index takes it for a part of the word.</summary>
    public const string SpanishMark = "·";

    static readonly StemMemory English = new(EnglishStemmer.Stem);
    static readonly StemMemory Spanish = new(word => SpanishMark + SpanishStemmer.Stem(word));

    public static string In(string language, string word) => (IsSpanish(language) ? Spanish : English).Of(word);

    /// <summary>The languages of <see cref="InAnyLanguage"/>, in its order.</summary>
    public static readonly string[] Languages = ["en", "es"];

    /// <summary>A question may be put in either language and find either.</summary>
    public static IEnumerable<string> InAnyLanguage(string word) => [English.Of(word), Spanish.Of(word)];

    public static bool IsSpanish(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase);
}
