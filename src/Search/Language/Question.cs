namespace HealthDoers.Search.Language;

/// <summary>A question understood: what each engine turns into its own kind of query.</summary>
sealed record Question(IReadOnlyList<Clause> Clauses)
{
    public static Question Nothing { get; } = new([]);

    /// <summary>All its words as a title would hold them, folded.</summary>
    public string TitleKey { get; init; } = "";

    /// <summary>The text with unknown words repaired; none when nothing was.</summary>
    public string? Repaired { get; init; }

    /// <summary>The last word, folded, when it may only be begun and no vocabulary could complete it.</summary>
    public string? Unfinished { get; init; }

    /// <summary>How many documents the words were looked up in.</summary>
    public int Documents { get; init; }
}

/// <summary>One thing asked for. A document has it through any of the alternatives; the best of them counts.</summary>
/// <param name="IsRequired">It stood in quotes.</param>
sealed record Clause(IReadOnlyList<Alternative> Alternatives, bool IsRequired)
{
    /// <summary>An upper bound on the documents that have it.</summary>
    public int Documents { get; } = Alternatives.Sum(alternative => alternative.Documents);

    public bool IsKnown => Documents > 0;
}

/// <summary>One word, or several that have to follow one another, read in one language.</summary>
/// <param name="Words">Folded, for an engine that stems by itself.</param>
/// <param name="Stems">As the embedded index holds them.</param>
/// <param name="Weight">1 for what was typed, less for what we thought of.</param>
/// <param name="Documents">How many have it, at most.</param>
readonly record struct Alternative(string Language, IReadOnlyList<string> Words, IReadOnlyList<string> Stems, double Weight, int Documents);
