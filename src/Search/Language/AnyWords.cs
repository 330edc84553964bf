namespace HealthDoers.Search.Language;

/// <summary>Stands in while no index can say which words there are: every word may be one, and none is completed or repaired.</summary>
sealed class AnyWords : IVocabulary
{
    public static readonly AnyWords Instance = new();

    /// <summary>With one document for each word this makes all of them weigh the same.</summary>
    public int Documents => 1_000;

    public int DocumentsWith(string stem) => 1;

    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int most) => [];

    public IEnumerable<VocabularyWord> Resembling(string word, int slips) => [];
}
