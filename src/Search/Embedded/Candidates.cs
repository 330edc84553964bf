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

    readonly Tallies _found = reader.Scratch.Tallies;
    readonly Evidence _evidence = new(reader, entries, filter);

    /// <summary>The idf of clauses that brought nothing in: documents with these alone were not looked at.</summary>
    double _onlyAsked;

    /// <summary>Some candidates were not looked at, so there are more than were found.</summary>
    public bool IsCut { get; private set; }

    public List<Match> For(Question question, SearchSort sort)
    {
        if (question.Clauses.Any(clause => clause.IsRequired && !clause.IsKnown))
            return [];
        _found.Clear();
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
        return Enclose(rarestFirst, Coordination.Enough(sort));
    }

    /// <summary>Takes in who has the clause, and says by what they were found.</summary>
    IEnumerable<string> Bring(Clause clause, int number)
    {
        foreach (var alternative in clause.Alternatives.OrderByDescending(alternative => alternative.Weight))
        {
            // Too many to look at them all: those with the word in the title first.
            if (alternative.Documents > SearchQuery.MaxReach && HasRoom())
            {
                Take(_evidence.InTitle(alternative, SearchQuery.MaxReach + 1), alternative, clause, number);
                yield return Evidence.MatchInTitle(alternative);
            }
            if (!HasRoom())
                yield break;
            Take(_evidence.Anywhere(alternative, SearchQuery.MaxReach + 1), alternative, clause, number);
            yield return Evidence.Match(alternative);
        }
    }

    bool HasRoom()
    {
        IsCut |= _found.Count >= SearchQuery.MaxReach;
        return _found.Count < SearchQuery.MaxReach;
    }

    void Take(IEnumerable<(Entry Entry, double Score)> found, Alternative alternative, Clause clause, int number)
    {
        var (seen, idf, worth) = (0, Idf(clause), alternative.Weight * Idf(alternative));
        foreach (var (entry, score) in found)
        {
            IsCut |= ++seen > SearchQuery.MaxReach;
            if (_found.Has(entry.Number) || HasRoom())
                Add(entry, worth * score, clause, number, idf);
        }
    }

    void Ask(Clause clause, int number, List<string> bringing)
    {
        var idf = Idf(clause);
        // Not filtered again: who was found has passed.
        var match = $"({string.Join(" OR ", clause.Alternatives.Select(Evidence.Match))}) AND ({string.Join(" OR ", bringing)})";
        var seen = 0;
        foreach (var document in reader.Matching(match, null, SearchQuery.MaxReach + 1, reader.Scratch.Documents))
        {
            IsCut |= ++seen > SearchQuery.MaxReach;
            if (_found.TryFind(document, out var entry))
                Add(entry, ShareOfCommonClause * idf, clause, number, idf);
        }
    }

    void Add(Entry entry, double score, Clause clause, int number, double idf)
    {
        ref var tally = ref _found.Of(entry);
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
            _found.Of(entries.Find(document)!).IsExactTitle = true;
        }
    }

    /// <summary>Those with everything asked for; when they are few, those with half of it; then those with anything.</summary>
    List<Match> Enclose(List<Clause> clauses, int enough)
    {
        var required = clauses.Count(clause => clause.IsRequired);
        var whole = clauses.Sum(Idf);
        var enclosed = reader.Scratch.Matches;
        foreach (var part in new[] { ShortOfAll, HalfTheQuestion, 0 })
        {
            enclosed.Clear();
            foreach (ref readonly var tally in _found.All)
            {
                if (tally.IsExactTitle || (tally.Required == required && tally.Coverage >= whole * part))
                    enclosed.Add(new(tally.Entry, tally.Score, tally.IsExactTitle));
            }
            if (enclosed.Count < enough && part > 0)
                continue;
            IsCut |= _onlyAsked > 0 && _onlyAsked >= whole * part;
            break;
        }
        return enclosed;
    }

    double Idf(Clause clause) => clause.Alternatives.Min(Idf);

    double Idf(Alternative alternative) => Bm25.Idf(entries.Count, Math.Min(entries.Count, alternative.Documents));
}
