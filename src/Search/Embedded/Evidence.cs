using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// Which documents have an alternative, and how much that says at a first look: whether it stands in the title and how long the text
/// is, not how often it stands there. Enough to tell whom to look at with care, and ten times as fast as FTS5's own scores.
/// </summary>
sealed class Evidence(IndexReader reader, EntryTable entries, EntryFilter filter)
{
    readonly double _titleLength = entries.AverageLength(Field.Title);
    readonly double _bodyLength = entries.AverageLength(Field.Body);

    /// <summary>As the index has it in a query.</summary>
    // Stems are letters and digits only, so nothing in them can be taken for an operator.
    public static string Match(Alternative alternative) => Match(alternative.Stems);

    public static string Match(params IEnumerable<string> stems) => $"\"{string.Join(' ', stems)}\"";

    public static string MatchInTitle(Alternative alternative) => $"{Schema.Columns[(int)Field.Title]} : {Match(alternative)}";

    /// <summary>Those with it in the title, latest first.</summary>
    public IEnumerable<(Entry Entry, double Score)> InTitle(Alternative alternative, int most) =>
        reader.Matching(MatchInTitle(alternative), filter, most, reader.Scratch.Titles).Select(number => entries.Find(number)!).Select(entry => (entry, Score(entry, true)));

    /// <summary>Those with it anywhere, latest first.</summary>
    public IEnumerable<(Entry Entry, double Score)> Anywhere(Alternative alternative, int most)
    {
        var documents = reader.Matching(Match(alternative), filter, most, reader.Scratch.Documents);
        var titles = documents.Count == 0 ? [] : reader.Matching(MatchInTitle(alternative), filter, most, reader.Scratch.Titles, from: documents[^1]);
        var next = 0;
        foreach (var number in documents)
        {
            // Both fall.
            while (next < titles.Count && titles[next] > number)
                next++;
            var entry = entries.Find(number)!;
            yield return (entry, Score(entry, next < titles.Count && titles[next] == number));
        }
    }

    double Score(Entry entry, bool inTitle) =>
        Bm25.Of(Field.Body, 1, entry.Lengths[Field.Body], _bodyLength) + (inTitle ? Bm25.Of(Field.Title, 1, entry.Lengths[Field.Title], _titleLength) : 0);
}
