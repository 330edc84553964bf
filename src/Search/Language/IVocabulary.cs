namespace HealthDoers.Search.Language;

/// <summary>What the index knows about words, for reading a question of one asker.</summary>
interface IVocabulary
{
    /// <summary>How many there are in all.</summary>
    int Documents { get; }

    /// <summary>In how many documents a stem stands.</summary>
    int DocumentsWith(string stem);

    /// <summary>Folded words of public documents that begin so, most frequent first.</summary>
    IReadOnlyList<VocabularyWord> StartingWith(string prefix, int most);

    /// <summary>Folded words of public documents with the same first letter and a length within <paramref name="slips"/>.</summary>
    IEnumerable<VocabularyWord> Resembling(string word, int slips);
}

readonly record struct VocabularyWord(string Word, int Documents);
