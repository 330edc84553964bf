using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>One question, from its text to its page.</summary>
sealed class Asking(IndexReader reader, EntryTable entries, QuestionReader questions, DateTimeOffset now)
{
    public SearchPage For(SearchQuery query)
    {
        var filter = new EntryFilter(query, entries);
        var question = Question.Nothing;
        var isCut = false;
        List<Match> matches;
        if (SearchText.IsBlank(query.Text))
            matches = [.. entries.All.Where(filter.Passes).Select(entry => new Match(entry, 0, false))];
        else
            (matches, question, isCut) = Find(query, filter);

        var first = (query.Page - 1) * query.Size;
        var highlighter = new Highlighter(question);
        return new()
        {
            Total = Math.Min(matches.Count, SearchQuery.MaxReach),
            TotalIsLowerBound = isCut || matches.Count > SearchQuery.MaxReach,
            DidYouMean = question.Repaired,
            Facets = FacetCounter.Count(matches.Select(match => match.Entry), entries.Values),
            Items = [.. InOrder(matches, query.Sort, question, first + query.Size).Skip(first).Select(match => Hit(match, query.Language, highlighter)).OfType<SearchHit>()],
        };
    }

    (List<Match> Matches, Question Question, bool IsCut) Find(SearchQuery query, EntryFilter filter)
    {
        var words = new AskersWords(reader, entries, query.Audiences);
        var question = questions.Read(query.Text, words);
        var candidates = new Candidates(reader, entries, filter);
        var matches = candidates.For(question, query.Sort);
        if (matches.Count > 0 || !question.Clauses.Any(clause => clause.IsRequired))
            return (matches, question, candidates.IsCut);

        // Nothing says it in exactly those words: then the words one by one.
        question = questions.Read(QuestionReader.WithoutQuotes(query.Text), words);
        candidates = new(reader, entries, filter);
        return (candidates.For(question, query.Sort), question, candidates.IsCut);
    }

    List<Match> InOrder(List<Match> matches, SearchSort sort, Question question, int most) => sort switch
    {
        SearchSort.Newest => Best.Of(matches, most, Newest),
        SearchSort.MostAdapted => Best.Of(matches, most, MostAdapted),
        _ => ByRelevance(matches, question, most),
    };

    /// <summary>The best are ranked with care; what follows keeps its rough order.</summary>
    List<Match> ByRelevance(List<Match> matches, Question question, int most)
    {
        var rough = Best.Of(matches, Math.Max(most, Coordination.RankedWithCare), Relevance);
        var ranking = new FineRanking(question, entries, now);
        var careful = rough.Take(Coordination.RankedWithCare)
            .Select(match => match with { Score = ranking.Score(match.Entry, reader.Vector(match.Entry.Number)) })
            .Order(Comparer<Match>.Create(Relevance))
            .ToList();
        // The two scales differ: what follows may not seem better than what stands above it.
        var least = careful.Count == 0 ? 0 : careful[^1].Score;
        careful.AddRange(rough.Skip(Coordination.RankedWithCare).Select(match => match with { Score = Math.Min(match.Score, least) }));
        return careful.Count <= most ? careful : careful[..most];
    }

    SearchHit? Hit(Match match, string language, Highlighter highlighter) => reader.Document(match.Entry.Number)?.In(language) is not { } document ? null : new()
    {
        Kind = document.Kind,
        Id = document.Id,
        ExternalId = document.ExternalId,
        Title = document.Title,
        Url = document.Url,
        Summary = document.Summary,
        Language = document.Language,
        Place = document.Place,
        Evidence = document.Evidence,
        Highlights = highlighter.Of(document),
        Score = Math.Round(match.Score, 4),
    };

    static int Relevance(Match a, Match b)
    {
        var order = b.IsExactTitle.CompareTo(a.IsExactTitle);
        if (order == 0)
            order = b.Score.CompareTo(a.Score);
        return order == 0 ? Newest(a, b) : order;
    }

    static int Newest(Match a, Match b)
    {
        var order = b.Entry.PublishedAt.CompareTo(a.Entry.PublishedAt);
        return order == 0 ? b.Entry.Number.CompareTo(a.Entry.Number) : order;
    }

    static int MostAdapted(Match a, Match b)
    {
        var order = b.Entry.AdaptedCount.CompareTo(a.Entry.AdaptedCount);
        return order == 0 ? Relevance(a, b) : order;
    }
}
