using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;

namespace HealthDoers.Web.Indexing;

/// <summary>The lexicon that questions are read with now: what the glossary says, over it the shipped file, over that what members added and corrected.</summary>
sealed class CurrentLexicon(EmbeddedEngine engine)
{
    public Lexicon Value { get; private set; } = Lexicon.Shipped;

    public void Change(IEnumerable<LexiconEntry> glossary, IEnumerable<LexiconEntry> edits)
    {
        Value = Lexicon.Empty.With(glossary).With(Lexicon.Shipped.Entries).With(edits);
        engine.Use(Value);
    }
}
