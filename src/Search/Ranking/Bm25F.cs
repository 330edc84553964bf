namespace HealthDoers.Search.Ranking;

/// <summary>
/// BM25 over weighted fields: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), 3.6,
/// with the idf and the saturation of Lucene's BM25Similarity, which leaves out the factor k1 + 1.
/// </summary>
static class Bm25F
{
    public const double K1 = 1.2;

    public static double Idf(int documents, int withTerm) => Math.Log(1 + ((documents - withTerm + 0.5) / (withTerm + 0.5)));

    /// <summary>One field's part of the weighted frequency.</summary>
    public static double Frequency(Field field, int times, int length, double averageLength)
    {
        if (times == 0)
            return 0;
        var b = FieldWeights.Dilution[(int)field];
        return FieldWeights.Weight[(int)field] * times / (1 - b + (b * length / Math.Max(averageLength, 1)));
    }

    /// <summary>From 0 towards 1 as a term is repeated.</summary>
    public static double Saturate(double frequency) => frequency / (frequency + K1);
}
