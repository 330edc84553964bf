namespace HealthDoers.Search.Ranking;

/// <summary>
/// BM25 as Lucene's BM25Similarity has it, without the factor k1 + 1. The fields of a document are scored each on its own and
/// added with their weights: a word in the title is evidence beside the same word in the body, not more of the same.
/// </summary>
static class Bm25
{
    const double K1 = 1.2;

    public static double Idf(int documents, int withTerm) => Math.Log(1 + ((documents - withTerm + 0.5) / (withTerm + 0.5)));

    /// <summary>One field's weighted evidence for a term, before its idf: from 0 towards the field's weight as the term is repeated.</summary>
    public static double Of(Field field, int times, int length, double averageLength)
    {
        if (times == 0)
            return 0;
        var b = FieldWeights.Dilution[(int)field];
        return FieldWeights.Weight[(int)field] * times / (times + (K1 * (1 - b + (b * length / Math.Max(averageLength, 1)))));
    }
}
