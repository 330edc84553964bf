namespace HealthDoers.Search.Ranking;

/// <summary>The searched fields of a document, in the order in which the index holds them.</summary>
enum Field { Title, Summary, Body, Tags }

/// <summary>How much a word in each field says, and how much a long field dilutes it (BM25's b).</summary>
static class FieldWeights
{
    public const int Count = 4;

    public static ReadOnlySpan<double> Weight => [3, 1.5, 1, 1.5];
    public static ReadOnlySpan<double> Dilution => [0.5, 0.75, 0.75, 0.3];
}
