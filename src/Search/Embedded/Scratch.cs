namespace HealthDoers.Search.Embedded;

/// <summary>What one question needs for a moment, used again by the next one: lists of ten thousand are too large to throw away each time.</summary>
sealed class Scratch
{
    public Tallies Tallies { get; } = new();
    public List<long> Documents { get; } = [];
    public List<long> Titles { get; } = [];
    public List<Match> Matches { get; } = [];
}
