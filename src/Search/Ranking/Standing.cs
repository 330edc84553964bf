namespace HealthDoers.Search.Ranking;

/// <summary>How far a thing is proven and how fresh it is: a nudge between equals, never more than a better match is worth.</summary>
public static class Standing
{
    internal const double ForEvidence = 0.10;
    internal const double ForFreshness = 0.05;
    internal const int HalfLifeDays = 730;

    /// <summary>The words of evidence standing, weakest first.</summary>
    public static IReadOnlyList<string> Words { get; } = ["idea", "tested", "emerging", "brightSpot"];

    /// <summary>A factor from 1 to 1.15.</summary>
    internal static double Factor(string? evidence, DateTimeOffset publishedAt, DateTimeOffset now)
    {
        var proven = Math.Max(0, Words.IndexOf(evidence)) / (double)(Words.Count - 1);
        var age = Math.Max(0, (now - publishedAt).TotalDays);
        return 1 + (ForEvidence * proven) + (ForFreshness * Math.Pow(0.5, age / HalfLifeDays));
    }

    static int IndexOf(this IReadOnlyList<string> words, string? word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
                return i;
        }
        return -1;
    }
}
