using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;

namespace HealthDoers.Web.Indexing;

/// <summary>The lexicon that questions are read with now: the shipped one with what members added and corrected.</summary>
sealed class CurrentLexicon(EmbeddedEngine engine)
{
    public Lexicon Value { get; private set; } = Lexicon.Shipped;

    public void Change(IEnumerable<LexiconEntry> edits)
    {
        Value = Lexicon.Shipped.With(edits);
        engine.Use(Value);
    }
}
