using System.Runtime.InteropServices;
using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// Scores the best candidates exactly: BM25 in every field for every clause, more for words that stand together as they
/// were asked, more for documents that have most of the question, and a nudge for standing and freshness.
/// </summary>
sealed class FineRanking
{
    const int MaskBits = 4096;

    readonly List<Clause> _clauses;
    readonly EntryTable _entries;
    readonly DateTimeOffset _now;
    readonly double[] _averages;
    readonly double[] _idf;
    readonly double _whole;
    readonly Dictionary<uint, int> _terms = [];
    readonly bool[] _mask = new bool[MaskBits];
    readonly int[][][] _alternatives;
    readonly List<int>[] _places;
    readonly bool[] _has;

    public FineRanking(Question question, EntryTable entries, DateTimeOffset now)
    {
        _clauses = [.. question.Clauses.Where(clause => clause.IsKnown)];
        _entries = entries;
        _now = now;
        _averages = [.. Enumerable.Range(0, FieldWeights.Count).Select(field => entries.AverageLength((Field)field))];
        _idf = [.. _clauses.Select(clause => clause.Alternatives.Max(alternative => Idf(alternative)))];
        _whole = _idf.Sum();
        _has = new bool[_clauses.Count];
        _alternatives = [.. _clauses.Select(clause => clause.Alternatives.Select(alternative => alternative.Stems.Select(Term).ToArray()).ToArray())];
        _places = [.. Enumerable.Range(0, _terms.Count * FieldWeights.Count).Select(_ => new List<int>())];
    }

    public double Score(Entry entry, ReadOnlySpan<byte> vector)
    {
        if (vector.Length == 0 || _clauses.Count == 0)
            return 0;
        FindPlaces(vector);
        var (score, covered) = (0d, 0d);
        for (var clause = 0; clause < _clauses.Count; clause++)
        {
            var part = ScoreOf(clause, entry);
            _has[clause] = part > 0;
            covered += _has[clause] ? _idf[clause] : 0;
            score += part;
        }
        score += ScoreOfNearness();
        var share = Coordination.LeastShare + ((1 - Coordination.LeastShare) * covered / _whole);
        return score * share * Standing.Factor(entry.Evidence, entry.PublishedAt, _now);
    }

    double ScoreOf(int clause, Entry entry)
    {
        var best = 0d;
        var alternatives = _clauses[clause].Alternatives;
        for (var i = 0; i < alternatives.Count; i++)
        {
            var evidence = 0d;
            for (var field = 0; field < FieldWeights.Count; field++)
            {
                var times = Times(_alternatives[clause][i], field);
                evidence += Bm25.Of((Field)field, times, entry.Lengths[(Field)field], _averages[field]);
            }
            best = Math.Max(best, alternatives[i].Weight * Idf(alternatives[i]) * evidence);
        }
        return best;
    }

    /// <summary>Neighbours in the question that are near one another in the document, by the rarer word's idf and one over their distance.</summary>
    double ScoreOfNearness()
    {
        var score = 0d;
        for (var clause = 0; clause + 1 < _clauses.Count; clause++)
        {
            if (!_has[clause] || !_has[clause + 1])
                continue;
            var distance = Distance(_alternatives[clause][0], _alternatives[clause + 1][0]);
            if (distance <= Coordination.Together)
                score += Coordination.ForTogether * Math.Min(_idf[clause], _idf[clause + 1]) / distance;
        }
        return score;
    }

    int Distance(int[] first, int[] second)
    {
        var best = int.MaxValue;
        for (var field = 0; field < FieldWeights.Count; field++)
        {
            var (from, to) = (Places(first[^1], field), Places(second[0], field));
            for (int i = 0, j = 0; i < from.Count && j < to.Count;)
            {
                // Backwards is worth less than in the order of the question.
                var gap = to[j] - from[i];
                best = Math.Min(best, gap > 0 ? gap : 1 - gap);
                if (gap > 0)
                    i++;
                else
                    j++;
            }
        }
        return best;
    }

    int Times(int[] terms, int field)
    {
        var first = Places(terms[0], field);
        if (terms.Length == 1)
            return first.Count;
        var times = 0;
        foreach (var place in first)
        {
            var follows = 1;
            while (follows < terms.Length && Places(terms[follows], field).BinarySearch(place + follows) >= 0)
                follows++;
            times += follows == terms.Length ? 1 : 0;
        }
        return times;
    }

    void FindPlaces(ReadOnlySpan<byte> vector)
    {
        foreach (var places in _places)
            places.Clear();
        for (var field = 0; field < FieldWeights.Count; field++)
        {
            var terms = TermVector.Terms(vector, (Field)field);
            for (var place = 0; place < terms.Length; place++)
            {
                if (_mask[terms[place] % MaskBits] && _terms.TryGetValue(terms[place], out var term))
                    Places(term, field).Add(place);
            }
        }
    }

    int Term(string stem)
    {
        var hash = TermVector.Hash(stem);
        _mask[hash % MaskBits] = true;
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, hash, out var known);
        return known ? term : term = _terms.Count - 1;
    }

    List<int> Places(int term, int field) => _places[(term * FieldWeights.Count) + field];

    double Idf(Alternative alternative) => Bm25.Idf(_entries.Count, Math.Min(_entries.Count, alternative.Documents));
}
