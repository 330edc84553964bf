using HealthDoers.Search.Language;

namespace HealthDoers.Search;

/// <summary>
/// A question that waits for documents to come. Unlike a search it does not widen: nearly all of the words have to be met, by
/// themselves or by other words for the same thing, so that whoever is told of a document sees why.
/// </summary>
public sealed class StandingQuery
{
    /// <summary>Of a short question every word counts; of a longer one so many.</summary>
    const double ShareOfLong = 0.75;
    const int Short = 3;

    readonly SearchQuery _query;
    readonly IReadOnlyList<Clause> _clauses;

    public StandingQuery(SearchQuery query, Lexicon lexicon) =>
        (_query, _clauses) = (query, new QuestionReader(lexicon).Read(query.Text, AnyWords.Instance).Clauses);

    /// <summary>False for text without a word in it, and when nothing at all was asked.</summary>
    public bool AsksAnything => _clauses.Count > 0 || (SearchText.IsBlank(_query.Text) && (Groups.Any(group => group.Wanted.Count > 0) || _query.Place is not null));

    public bool IsMetBy(ReadDocument document)
    {
        if (!AsksAnything || !Any(document.Whole.Audience, _query.Audiences) || !IsWithin(document.Whole))
            return false;
        var met = 0;
        foreach (var clause in _clauses)
        {
            if (clause.Alternatives.Any(document.Has))
                met++;
            else if (clause.IsRequired)
                return false;
        }
        return met >= (_clauses.Count <= Short ? _clauses.Count : Math.Ceiling(_clauses.Count * ShareOfLong));
    }

    IEnumerable<(IReadOnlyList<string> Wanted, Func<SearchDocument, IEnumerable<string>> Of)> Groups =>
    [
        (_query.Kinds, document => [document.Kind]),
        (_query.Topics, document => document.Topics.Select(topic => topic.Slug)),
        (_query.Sources, document => document.Sources),
        (_query.Evidence, document => document.Evidence is null ? [] : [document.Evidence]),
        (_query.Skills, document => document.Skills),
        (_query.Population, document => document.Population),
    ];

    bool IsWithin(SearchDocument document) =>
        Groups.All(group => group.Wanted.Count == 0 || Any(group.Of(document), group.Wanted)) && _query.Place switch
        {
            SearchPlace.Named named => HasWords(document.Place ?? "", named.Words),
            SearchPlace.Near near => document.Point is { } point && near.Contains(point),
            _ => true,
        };

    static bool HasWords(string place, string wanted)
    {
        var words = Tokenizer.Tokens(wanted).Select(token => token.Word).ToHashSet();
        return words.Count > 0 && words.IsSubsetOf(Tokenizer.Tokens(place).Select(token => token.Word));
    }

    static bool Any(IEnumerable<string> has, IReadOnlyList<string> wanted) => has.Any(one => wanted.Contains(one, StringComparer.OrdinalIgnoreCase));
}
