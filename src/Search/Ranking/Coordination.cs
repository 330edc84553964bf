namespace HealthDoers.Search.Ranking;

/// <summary>What it is worth to have the whole question, and to have its words together. Shared by the engines.</summary>
static class Coordination
{
    /// <summary>Of its score, what a document keeps that has hardly any of the question.</summary>
    public const double LeastShare = 0.75;

    /// <summary>Of the rarer word's idf, for two neighbours of the question that are neighbours in the document; less with their distance.</summary>
    public const double ForTogether = 0.25;

    /// <summary>In words; farther apart they are not together.</summary>
    public const int Together = 8;

    /// <summary>
    /// So many of the best are ranked with care: three times what one answer can hold, because the first look, which chooses them, is
    /// rough. Ten times as many find hardly more.
    /// </summary>
    public const int RankedWithCare = 3 * SearchQuery.MaxSize;

    /// <summary>Rather looser answers than fewer than these.</summary>
    /// <remarks>
    /// A short text about the very thing often lacks a word that a long one has by chance. Ordered by relevance such a loose answer finds
    /// its place; ordered by date it would stand before the good ones, so there fewer are enough.
    /// </remarks>
    public static int Enough(SearchSort sort) => sort == SearchSort.Relevance ? RankedWithCare : 10;
}
