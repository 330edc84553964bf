namespace HealthDoers.Search.Embedded;

/// <summary>What a candidate has of the question so far.</summary>
struct Tally
{
    public Entry Entry;
    public double Score;

    /// <summary>The idf of the clauses that it has, added up.</summary>
    public double Coverage;
    public int Required;
    public bool IsExactTitle;
    public int LastClause;
    public double LastClauseScore;
}
