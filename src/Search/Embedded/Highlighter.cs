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
    readonly HashSet<char> _firstLetters;

    public Highlighter(Question question)
    {
        _stems = [.. question.Clauses.SelectMany(clause => clause.Alternatives).SelectMany(alternative => alternative.Stems)];
        _firstLetters = [.. _stems.Select(stem => stem[0] == Stems.SpanishMark[0] && stem.Length > 1 ? stem[1] : stem[0])];
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
        var tokens = Tokenizer.Tokens(text).ToList();
        var marks = tokens.Select((token, at) => (token, at)).Where(pair => WasAsked(pair.token.Word, language)).ToList();
        if (marks.Count == 0)
            return;
        var (start, end) = text.Length <= most ? (0, text.Length) : BestStretch(text, tokens, marks, language, most);
        highlights[field] = Mark(text, start, end, marks.Select(mark => mark.token).Where(token => token.Start >= start && token.End <= end));
    }

    // No stemmer touches the first letter of a word.
    bool WasAsked(string word, string language) => _firstLetters.Contains(word[0]) && _stems.Contains(Stems.In(language, word));

    /// <summary>The stretch with the most different words that were asked for, from a word's beginning to a word's end.</summary>
    static (int Start, int End) BestStretch(string text, List<Token> tokens, List<(Token Token, int At)> marks, string language, int most)
    {
        var (best, bestCount) = (0, -1);
        for (var i = 0; i < marks.Count; i++)
        {
            var reach = marks[i].Token.Start + (most * 3 / 4);
            var count = marks.Skip(i).TakeWhile(mark => mark.Token.End <= reach).Select(mark => Stems.In(language, mark.Token.Word)).Distinct().Count();
            if (count > bestCount)
                (best, bestCount) = (i, count);
        }
        var first = marks[best].At;
        var leadIn = marks[best].Token.Start - (most / 4);
        while (first > 0 && tokens[first - 1].Start >= leadIn)
            first--;
        var last = marks[best].At;
        while (last + 1 < tokens.Count && tokens[last + 1].End <= tokens[first].Start + most)
            last++;
        return (first == 0 ? 0 : tokens[first].Start, last == tokens.Count - 1 ? text.Length : tokens[last].End);
    }

    static string Mark(string text, int start, int end, IEnumerable<Token> marks)
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
}
