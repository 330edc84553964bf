using System.Text;
using HealthDoers.Search.Language;

namespace HealthDoers.Search.Embedded;

/// <summary>Marks what was found: every piece of the text is encoded on its own, so there can be no tag but ours.</summary>
sealed class Highlighter
{
    const int SnippetLength = 240;

    /// <summary>Farther into a long body no snippet is looked for.</summary>
    const int MaxBody = 10_000;

    readonly HashSet<string> _stems;
    readonly bool[] _begins = new bool[128];

    public Highlighter(Question question)
    {
        _stems = [.. question.Clauses.SelectMany(clause => clause.Alternatives).SelectMany(alternative => alternative.Stems)];
        foreach (var stem in _stems)
        {
            var first = stem[0] == Stems.SpanishMark[0] && stem.Length > 1 ? stem[1] : stem[0];
            if (char.IsAscii(first))
                _begins[first] = true;
        }
    }

    public Dictionary<string, string> Of(SearchDocument document)
    {
        var highlights = new Dictionary<string, string>();
        if (_stems.Count == 0)
            return highlights;
        Add(highlights, "title", document.Title, document.Language, document.Title.Length);
        Add(highlights, "summary", document.Summary, document.Language, document.Summary.Length);
        Add(highlights, "body", document.Body.Length <= MaxBody ? document.Body : document.Body[..MaxBody], document.Language, SnippetLength);
        return highlights;
    }

    void Add(Dictionary<string, string> highlights, string field, string text, string language, int most)
    {
        var words = Tokenizer.Stretches(text).ToList();
        var marks = new List<Mark>();
        for (var at = 0; at < words.Count; at++)
        {
            if (Asked(text, words[at], language) is { } stem)
                marks.Add(new(words[at].Start, words[at].End, at, stem));
        }
        if (marks.Count == 0)
            return;
        var (start, end) = text.Length <= most ? (0, text.Length) : BestStretch(text, words, marks, most);
        highlights[field] = Marked(text, start, end, marks.Where(mark => mark.Start >= start && mark.End <= end));
    }

    /// <summary>The stem of the word when somebody asked for it.</summary>
    // No stemmer touches the first letter of a word, which spares reading most of them.
    string? Asked(string text, (int Start, int End) word, string language)
    {
        var first = char.ToLowerInvariant(text[word.Start]);
        return (!char.IsAscii(first) || _begins[first]) && Tokenizer.Folded(text, word.Start, word.End) is { } folded
            && Stems.In(language, folded) is var stem && _stems.Contains(stem) ? stem : null;
    }

    /// <summary>The stretch with the most different words that were asked for, from a word's beginning to a word's end.</summary>
    static (int Start, int End) BestStretch(string text, List<(int Start, int End)> words, List<Mark> marks, int most)
    {
        var (best, bestCount) = (0, -1);
        for (var i = 0; i < marks.Count; i++)
        {
            var reach = marks[i].Start + (most * 3 / 4);
            var count = marks.Skip(i).TakeWhile(mark => mark.End <= reach).Select(mark => mark.Stem).Distinct().Count();
            if (count > bestCount)
                (best, bestCount) = (i, count);
        }
        var first = marks[best].At;
        var leadIn = marks[best].Start - (most / 4);
        while (first > 0 && words[first - 1].Start >= leadIn)
            first--;
        var last = marks[best].At;
        while (last + 1 < words.Count && words[last + 1].End <= words[first].Start + most)
            last++;
        return (first == 0 ? 0 : words[first].Start, last == words.Count - 1 ? text.Length : words[last].End);
    }

    static string Marked(string text, int start, int end, IEnumerable<Mark> marks)
    {
        var html = new StringBuilder(start > 0 ? "… " : "");
        var done = start;
        foreach (var mark in marks)
        {
            html.Append(Html.Encode(text[done..mark.Start])).Append("<mark>").Append(Html.Encode(text[mark.Start..mark.End])).Append("</mark>");
            done = mark.End;
        }
        return html.Append(Html.Encode(text[done..end])).Append(end < text.Length ? " …" : "").ToString();
    }

    /// <param name="At">Which word of the text it is.</param>
    readonly record struct Mark(int Start, int End, int At, string Stem);
}
