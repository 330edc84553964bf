using HealthDoers.Search.Language;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// The words of an index as one asker may know them. A word that stands only where they may not read is no word here: otherwise the
/// repair of a slip, or the rank of what else was found, would tell that somebody said it.
/// </summary>
sealed class AskersWords(IndexReader reader, EntryTable entries, IReadOnlyList<string> audiences) : IVocabulary
{
    readonly EntryFilter _readable = new(new() { Audiences = audiences }, entries);
    readonly Dictionary<string, int> _known = [];
    readonly List<long> _found = [];

    public int Documents => entries.Count;

    /// <summary>Of public documents, or of those that the asker alone may read when no public one has it.</summary>
    public int DocumentsWith(string stem)
    {
        if (!_known.TryGetValue(stem, out var documents))
            _known[stem] = documents = Count(stem);
        return documents;
    }

    public IReadOnlyList<VocabularyWord> StartingWith(string prefix, int most) => reader.StartingWith(prefix, most);

    public IEnumerable<VocabularyWord> Resembling(string word, int slips) => reader.Resembling(word, slips);

    int Count(string stem)
    {
        var count = reader.CountOf(stem);
        return count.Public > 0 || count.Documents == 0 ? count.Public : reader.Matching(Evidence.Match(stem), _readable, SearchQuery.MaxReach, _found).Count;
    }
}
