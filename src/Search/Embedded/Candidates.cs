using System.Runtime.InteropServices;
using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// Finds what may answer a question and ranks it roughly. Rare clauses bring in candidates until there are enough; commoner ones
/// are only asked about those. So the cost is bounded by <see cref="SearchQuery.MaxReach"/>, whatever the words.
/// </summary>
sealed class Candidates(IndexReader reader, EntryTable entries, EntryFilter filter)
{
    const double HalfTheQuestion = 0.5;
    const double ShortOfAll = 0.999;
    const double ShareOfCommonClause = 0.5;
    const int MaxTitles = 50;

    /// <summary>A long letter is found by its rarest words; all of them are weighed afterwards.</summary>
    const int MaxClauses = 12;

    readonly Dictionary<long, Tally> _found = [];

    /// <summary>The idf of clauses that brought nothing in: documents with these alone were not looked at.</summary>
    double _onlyAsked;

    /// <summary>Some candidates were not looked at, so there are more than were found.</summary>
    public bool IsCut { get; private set; }

    public List<Match> For(Question question)
    {
        if (question.Clauses.Any(clause => clause.IsRequired && !clause.IsKnown))
            return [];
        var rarestFirst = question.Clauses.Where(clause => clause.IsKnown)
            .OrderByDescending(clause => clause.IsRequired).ThenBy(clause => clause.Documents).Take(MaxClauses).ToList();
        var bringing = new List<string>();
        var looked = 0;
        for (var i = 0; i < rarestFirst.Count; i++)
        {
            looked += rarestFirst[i].Documents;
            if (_found.Count == 0 || looked <= SearchQuery.MaxReach)
                bringing.AddRange(Bring(rarestFirst[i], i + 1));
            else
            {
                Ask(rarestFirst[i], i + 1, bringing);
                _onlyAsked += Idf(rarestFirst[i]);
            }
        }
        AddExactTitles(question.TitleKey);
        return Enclose(rarestFirst);
    }

    IEnumerable<string> Bring(Clause clause, int number)
    {
        var idf = Idf(clause);
        foreach (var alternative in clause.Alternatives.OrderByDescending(alternative => alternative.Weight))
        {
            if (_found.Count >= SearchQuery.MaxReach)
            {
                IsCut = true;
                break;
            }
            var match = Phrase(alternative);
            // Too many to look at them all: those with the word in the title first.
            if (alternative.Documents > SearchQuery.MaxReach)
                BringMatching($"title : {match}", alternative.Weight, clause, number, idf);
            BringMatching(match, alternative.Weight, clause, number, idf);
        }
        return clause.Alternatives.Select(Phrase);
    }

    void BringMatching(string match, double weight, Clause clause, int number, double idf)
    {
        var seen = 0;
        foreach (var (document, score) in reader.Scored(match, filter, SearchQuery.MaxReach + 1))
        {
            IsCut |= ++seen > SearchQuery.MaxReach;
            if (_found.Count < SearchQuery.MaxReach || _found.ContainsKey(document))
                Add(document, weight * score, clause, number, idf);
            else
                IsCut = true;
        }
    }

    void Ask(Clause clause, int number, List<string> bringing)
    {
        var idf = Idf(clause);
        // Not filtered again: who was found has passed.
        var match = $"({string.Join(" OR ", clause.Alternatives.Select(Phrase))}) AND ({string.Join(" OR ", bringing)})";
        var seen = 0;
        foreach (var document in reader.Matching(match, SearchQuery.MaxReach + 1))
        {
            IsCut |= ++seen > SearchQuery.MaxReach;
            if (_found.ContainsKey(document))
                Add(document, ShareOfCommonClause * idf, clause, number, idf);
        }
    }

    void Add(long document, double score, Clause clause, int number, double idf)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, document, out var known);
        if (!known)
            tally.Entry = entries.Find(document)!;
        if (tally.LastClause != number)
        {
            tally.LastClause = number;
            tally.LastClauseScore = score;
            tally.Score += score;
            tally.Coverage += idf;
            tally.Required += clause.IsRequired ? 1 : 0;
        }
        else if (score > tally.LastClauseScore)
        {
            tally.Score += score - tally.LastClauseScore;
            tally.LastClauseScore = score;
        }
    }

    void AddExactTitles(string titleKey)
    {
        foreach (var document in reader.WithTitle(titleKey, filter, MaxTitles))
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, document, out var known);
            if (!known)
                tally.Entry = entries.Find(document)!;
            tally.IsExactTitle = true;
        }
    }

    /// <summary>Those with everything asked for; when they are few, those with half of it; then those with anything.</summary>
    List<Match> Enclose(List<Clause> clauses)
    {
        var required = clauses.Count(clause => clause.IsRequired);
        var whole = clauses.Sum(Idf);
        var found = _found.Values.Where(tally => tally.IsExactTitle || tally.Required == required).ToList();
        foreach (var part in new[] { ShortOfAll, HalfTheQuestion, 0 })
        {
            var enclosed = found.FindAll(tally => tally.IsExactTitle || tally.Coverage >= whole * part);
            if (enclosed.Count < Coordination.Enough && part > 0)
                continue;
            IsCut |= _onlyAsked > 0 && _onlyAsked >= whole * part;
            return enclosed.ConvertAll(tally => new Match(tally.Entry, tally.Score, tally.IsExactTitle));
        }
        return [];
    }

    double Idf(Clause clause) => Bm25.Idf(entries.Count, Math.Min(entries.Count, clause.Alternatives.Max(alternative => alternative.Documents)));

    // Stems are letters and digits only, so nothing in them can be taken for an operator.
    static string Phrase(Alternative alternative) => $"\"{string.Join(' ', alternative.Stems)}\"";
}
