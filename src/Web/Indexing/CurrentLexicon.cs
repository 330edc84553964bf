using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;

namespace HealthDoers.Web.Indexing;

/// <summary>
/// The lexicon that questions are read with now: what WordNet says, over it the glossary, over that the shipped file, over all what members
/// added and corrected.
/// </summary>
sealed class CurrentLexicon(EmbeddedEngine engine)
{
    static readonly Thesaurus WordNet = ReadWordNet();

    public Lexicon Value { get; private set; } = Lexicon.Shipped;

    public void Change(IEnumerable<LexiconEntry> glossary, IEnumerable<LexiconEntry> edits)
    {
        Value = Lexicon.Empty.Over(WordNet).With([.. glossary, .. Lexicon.Shipped.Entries, .. edits]);
        engine.Use(Value);
    }

    static Thesaurus ReadWordNet()
    {
        using var reader = new StreamReader(typeof(CurrentLexicon).Assembly.GetManifestResourceStream("synonyms.txt")!);
        return Thesaurus.Read(reader);
    }
}
