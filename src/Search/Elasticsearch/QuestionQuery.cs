using System.Text.Json.Nodes;
using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>
/// A question in the query language: the same clauses, weights and widening as in the embedded engine. The index scores only how
/// often a word stands in a field of which length (see index.json); everything else comes in here as a boost.
/// </summary>
sealed class QuestionQuery
{
    /// <summary>Above any score, so that an exact title stands first.</summary>
    public const double ExactTitle = 10_000;

    public const string ExactTitleName = "exact-title";

    /// <summary>A long letter is found by its rarest words.</summary>
    const int MaxClauses = 12;
    const int MaxAlternatives = 8;
    const double HalfTheQuestion = 0.5;
    const double CompletionOfUnknown = 0.9;

    static readonly string[] Fields = ["title", "summary", "body", "tags"];

    readonly Question _question;
    readonly List<(Clause Clause, double Idf)> _clauses;
    readonly double _whole;

    public QuestionQuery(Question question)
    {
        _question = question;
        _clauses = [.. question.Clauses.Where(clause => clause.IsKnown)
            .OrderByDescending(clause => clause.IsRequired).ThenBy(clause => clause.Documents).Take(MaxClauses)
            .Select(clause => (clause, clause.Alternatives.Max(Idf)))];
        _whole = _clauses.Sum(pair => pair.Idf);
    }

    /// <summary>A quotation that no document can hold, so nothing is found in exactly these words.</summary>
    public bool IsHopeless => _question.Clauses.Any(clause => clause.IsRequired && !clause.IsKnown);

    public bool HasWords => _clauses.Count > 0;

    /// <summary>What a document has to have, and how well it answers.</summary>
    public JsonObject For(Reach reach, DateTimeOffset now)
    {
        var answers = new List<JsonNode>
        {
            Dsl.Object("constant_score", new JsonObject
            {
                ["filter"] = Dsl.Term("title_key", _question.TitleKey),
                ["boost"] = ExactTitle,
                ["_name"] = ExactTitleName,
            }),
        };
        if (HasWords)
            answers.Add(Proven(Dsl.Filtered(Covered(Words()), Membership(reach)), now));
        return Dsl.Sum(answers);
    }

    /// <summary>How well the words are met, field by field; also what is marked in the text.</summary>
    public JsonObject Words() => Dsl.Sum(_clauses.Select(pair => Dsl.Best(Alternatives(pair.Clause).Select(Score).Concat(Beginnings(pair.Clause).Select(BeginningScore)))).Concat(Together()));

    /// <summary>More for documents that have most of the question.</summary>
    JsonObject Covered(JsonObject words) => Dsl.Times(words,
        [Dsl.Weight(Coordination.LeastShare), .. _clauses.Select(pair => Dsl.Weight((1 - Coordination.LeastShare) * pair.Idf / _whole, Has(pair.Clause)))]);

    static JsonObject Proven(JsonObject words, DateTimeOffset now)
    {
        var functions = new List<JsonNode> { Dsl.Weight(1) };
        for (var step = 1; step < Standing.Words.Count; step++)
            functions.Add(Dsl.Weight(Standing.ForEvidence * step / (Standing.Words.Count - 1), Dsl.Term("evidence", Standing.Words[step])));
        var freshness = Dsl.Weight(Standing.ForFreshness);
        freshness["exp"] = Dsl.Object("published", new JsonObject
        {
            ["origin"] = now.ToUnixTimeMilliseconds(),
            ["scale"] = $"{Standing.HalfLifeDays}d",
            ["decay"] = 0.5,
        });
        functions.Add(freshness);
        return Dsl.Times(words, functions);
    }

    IEnumerable<JsonNode> Membership(Reach reach)
    {
        foreach (var (clause, _) in _clauses.Where(pair => pair.Clause.IsRequired))
            yield return Has(clause);
        if (reach == Reach.Everything)
            yield return Dsl.Must(_clauses.Select(pair => Has(pair.Clause)));
        else if (reach == Reach.Half)
            yield return Dsl.AtLeast(_whole * HalfTheQuestion, Anything(), _clauses.Select(pair => Dsl.Weight(pair.Idf, Has(pair.Clause))));
        else
            yield return Anything();
    }

    JsonObject Anything() => Dsl.Sum(_clauses.Select(pair => Has(pair.Clause)));

    JsonObject Has(Clause clause) => Dsl.Sum(Alternatives(clause)
        .Select(alternative => Dsl.Phrase($"{alternative.Language}.all", string.Join(' ', alternative.Words)))
        .Concat(Beginnings(clause).Select(language => Dsl.Match($"{language}.title.prefix", _question.Unfinished!, 1))));

    JsonObject Score(Alternative alternative)
    {
        var (words, weight) = (string.Join(' ', alternative.Words), alternative.Weight * Idf(alternative));
        return Dsl.Sum(Fields.Select((field, at) => alternative.Words.Count == 1
            ? Dsl.Match($"{alternative.Language}.{field}", words, weight * FieldWeights.Weight[at])
            : Dsl.Phrase($"{alternative.Language}.{field}", words, weight * FieldWeights.Weight[at] / alternative.Words.Count)));
    }

    JsonObject BeginningScore(string language) => Dsl.Match($"{language}.title.prefix", _question.Unfinished!, CompletionOfUnknown * FieldWeights.Weight[0]);

    /// <summary>Neighbours in the question that are near one another in the document.</summary>
    IEnumerable<JsonNode> Together()
    {
        // In the order of the question, not of rarity.
        var inOrder = _question.Clauses.Select(clause => _clauses.Find(pair => pair.Clause == clause)).Where(pair => pair.Clause is not null).ToList();
        for (var i = 0; i + 1 < inOrder.Count; i++)
        {
            foreach (var language in Stems.Languages)
            {
                if (Typed(inOrder[i].Clause, language) is { } first && Typed(inOrder[i + 1].Clause, language) is { } second)
                {
                    var boost = Coordination.ForTogether * Math.Min(inOrder[i].Idf, inOrder[i + 1].Idf);
                    yield return Dsl.Best(Fields.Select(field => Dsl.Phrase($"{language}.{field}", $"{first} {second}", boost, Coordination.Together - 1)));
                }
            }
        }
    }

    static string? Typed(Clause clause, string language) =>
        clause.Alternatives.FirstOrDefault(alternative => alternative.Language == language && alternative.Weight >= 1).Words is { } words ? string.Join(' ', words) : null;

    static IEnumerable<Alternative> Alternatives(Clause clause) => clause.Alternatives.OrderByDescending(alternative => alternative.Weight).Take(MaxAlternatives);

    /// <summary>The languages in which the cluster itself has to complete a word, because no vocabulary could.</summary>
    string[] Beginnings(Clause clause) =>
        _question.Unfinished is { } word && clause.Alternatives.Any(alternative => alternative.Words is [var only] && only == word) ? Stems.Languages : [];

    double Idf(Alternative alternative) => Bm25.Idf(_question.Documents, Math.Min(_question.Documents, alternative.Documents));
}

/// <summary>How much of the question a document must have; looser ones are asked for when stricter ones found too few.</summary>
enum Reach { Everything, Half, Anything }
