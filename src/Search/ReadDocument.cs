using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;

namespace HealthDoers.Search;

/// <summary>A document taken into words once, for many standing queries.</summary>
public sealed class ReadDocument(SearchDocument document)
{
    readonly DocumentAnalysis _analysis = DocumentAnalysis.Of(DocumentLimits.Clean(document));

    public SearchDocument Whole => document;

    internal bool Has(Alternative alternative) =>
        alternative.Stems.All(_analysis.Stems.Contains) && (alternative.Stems.Count == 1 || _analysis.Fields.Any(field => Follow(field, alternative.Stems)));

    static bool Follow(IReadOnlyList<string> field, IReadOnlyList<string> stems)
    {
        for (var at = 0; at + stems.Count <= field.Count; at++)
        {
            var same = 0;
            while (same < stems.Count && field[at + same] == stems[same])
                same++;
            if (same == stems.Count)
                return true;
        }
        return false;
    }
}
