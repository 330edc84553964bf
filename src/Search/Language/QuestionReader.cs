using System.Text;

namespace HealthDoers.Search.Language;

/// <summary>
/// Reads what somebody typed: words and quoted phrases, without the words that carry no subject, with other words for the same
/// thing, with the beginnings of a word still being typed, with slips repaired. There is no syntax but the quotation mark.
/// </summary>
sealed class QuestionReader(Lexicon lexicon)
{
    /// <summary>What stands beyond is not read; a letter to the editor is understood from its first page.</summary>
    const int MaxText = 2_000;
    const int MaxClauses = 24;
    const int MaxPhraseWords = 12;

    /// <summary>Each is held against every word of its first letter. Who writes a whole letter is found by the words that are right.</summary>
    const int MaxRepairs = 8;
    const int MaxCompletions = 8;
    const int ShortestPrefix = 2;
    const double CompletionOfUnknown = 0.9;
    const double CompletionOfKnown = 0.3;
    const double OneSlip = 0.8;
    const double TwoSlips = 0.6;

    public Question Read(string text, IVocabulary vocabulary)
    {
        if (text.Length > MaxText)
            text = text[..MaxText];
        var words = Tokenizer.Tokens(text).ToList();
        if (words.Count == 0)
            return Question.Nothing;

        var phrases = Quotes(text);
        var repairs = new List<(Token At, string Word)>();
        var clauses = new List<Clause>();
        clauses.AddRange(phrases.Select(quote => Phrase(words.Where(quote.Holds), vocabulary)).OfType<Clause>());
        clauses.AddRange(Words(text, words.Where(word => !phrases.Exists(quote => quote.Holds(word))), vocabulary, repairs));
        return new(clauses.OrderBy(clause => clause.IsRequired ? 0 : clause.Documents == 0 ? 2 : 1).Take(MaxClauses).ToList())
        {
            Documents = vocabulary.Documents,
            Unfinished = vocabulary is AnyWords && IsUnfinished(words[^1], text) ? words[^1].Word : null,
            TitleKey = TitleKeyOf(words),
            Repaired = repairs.Count == 0 ? null : Repair(text, repairs),
        };
    }

    /// <summary>Titles are compared by their folded words, whatever stands between them.</summary>
    public static string TitleKeyOf(IEnumerable<Token> words) => string.Join(' ', words.Select(word => word.Word));

    public static string WithoutQuotes(string text) => string.Concat(text.Select(c => IsQuote(c) ? ' ' : c));

    static Clause? Phrase(IEnumerable<Token> quoted, IVocabulary vocabulary)
    {
        var words = quoted.Take(MaxPhraseWords).Select(word => word.Word).ToList();
        return words.Count == 0 ? null : new(AsAsked(words, 1, vocabulary).ToList(), IsRequired: true);
    }

    IEnumerable<Clause> Words(string text, IEnumerable<Token> free, IVocabulary vocabulary, List<(Token, string)> repairs)
    {
        var slips = new Dictionary<int, double>();
        var words = Mend(text, free.ToList(), vocabulary, repairs, slips);
        var expansions = Expansions(words);
        var hasSubject = words.Exists(word => !StopWords.Contains(word.Word));
        var seen = new HashSet<string>();
        for (var i = 0; i < words.Count && seen.Count < MaxClauses * 2; i++)
        {
            var word = words[i];
            var weight = slips.GetValueOrDefault(word.Start, 1);
            var unfinished = weight == 1 && i == words.Count - 1 && IsUnfinished(word, text);
            // A single "the" at the end of a question is a word begun only when nothing else was said.
            if ((hasSubject && StopWords.Contains(word.Word)) || !seen.Add(word.Word))
                continue;

            var alternatives = AsAsked([word.Word], weight, vocabulary).ToList();
            var known = alternatives.Exists(alternative => alternative.Documents > 0);
            alternatives.AddRange(expansions[i].SelectMany(expansion =>
                AsAsked(Tokenizer.Tokens(expansion.Phrase).Select(token => token.Word).ToList(), weight * expansion.Weight, vocabulary)));
            if (unfinished)
                alternatives.AddRange(Completions(word.Word, known, vocabulary));
            yield return new(Distinct(alternatives), IsRequired: false);
        }
    }

    /// <summary>The words with slips repaired where neither the index nor the lexicon knows them; <paramref name="slips"/> says how much that costs.</summary>
    List<Token> Mend(string text, List<Token> words, IVocabulary vocabulary, List<(Token, string)> repairs, Dictionary<int, double> slips)
    {
        var nearest = new Dictionary<string, (string Word, double Weight)?>();
        var looked = 0;
        for (var i = 0; i < words.Count && nearest.Count < MaxClauses * 2; i++)
        {
            var word = words[i];
            if (!nearest.TryGetValue(word.Word, out var repair))
                nearest[word.Word] = repair = IsKnown(word.Word, i == words.Count - 1 && IsUnfinished(word, text), vocabulary) || looked++ >= MaxRepairs ? null : Nearest(word.Word, vocabulary);
            if (repair is not { } mended)
                continue;
            repairs.Add((word, mended.Word));
            slips[word.Start] = mended.Weight;
            words[i] = word with { Word = mended.Word };
        }
        return words;
    }

    bool IsKnown(string word, bool unfinished, IVocabulary vocabulary) =>
        StopWords.Contains(word) || lexicon.Knows(word) || Stems.InAnyLanguage(word).Any(stem => vocabulary.DocumentsWith(stem) > 0)
        || (unfinished && vocabulary.StartingWith(word, 1).Count > 0);

    /// <summary>For each word, what the lexicon knows about it or about the phrase that it is in; the longest phrase wins.</summary>
    List<LexiconExpansion>[] Expansions(List<Token> words)
    {
        var found = new List<LexiconExpansion>[words.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = [];
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = Math.Min(lexicon.LongestPhrase, words.Count - start); length > 0; length--)
            {
                if (lexicon.Find(words.Skip(start).Take(length).Select(word => word.Word).ToList()) is not { } entry)
                    continue;
                for (var i = start; i < start + length; i++)
                    found[i].AddRange(entry.Expansions);
                start += length - 1;
                break;
            }
        }
        return found;
    }

    static IEnumerable<Alternative> AsAsked(List<string> words, double weight, IVocabulary vocabulary)
    {
        if (words.Count == 0)
            yield break;
        var readings = words.Select(word => Stems.InAnyLanguage(word).ToArray()).ToList();
        for (var language = 0; language < readings[0].Length; language++)
        {
            var stems = readings.Select(reading => reading[language]).ToArray();
            var documents = stems.Min(vocabulary.DocumentsWith);
            if (documents > 0)
                yield return new(Stems.Languages[language], words, stems, weight, documents);
        }
    }

    static bool IsUnfinished(Token last, string text) => last.End == text.Length && last.Word.Length >= ShortestPrefix;

    static IEnumerable<Alternative> Completions(string word, bool isKnown, IVocabulary vocabulary) =>
        vocabulary.StartingWith(word, MaxCompletions + 1)
            .Where(completion => completion.Word != word)
            .Take(MaxCompletions)
            .SelectMany(completion => AsAsked([completion.Word], isKnown ? CompletionOfKnown : CompletionOfUnknown, vocabulary));

    (string Word, double Weight)? Nearest(string word, IVocabulary vocabulary)
    {
        var slips = Spelling.Tolerance(word.Length);
        if (slips == 0 || word.All(char.IsDigit))
            return null;
        var (best, distance) = (default(VocabularyWord), slips + 1);
        // Everyday words of the lexicon are words too, also while no document has them.
        var everyday = lexicon.Words.Where(known => known[0] == word[0]).Select(known => new VocabularyWord(known, 0));
        foreach (var candidate in vocabulary.Resembling(word, slips).Concat(everyday))
        {
            var slipped = Spelling.Distance(word, candidate.Word, Math.Min(slips, distance));
            if (slipped < distance || (slipped == distance && slipped <= slips && candidate.Documents > best.Documents))
                (best, distance) = (candidate, slipped);
        }
        return distance > slips ? null : (best.Word, distance == 1 ? OneSlip : TwoSlips);
    }

    // The same stem by two ways counts once, by the better one.
    static List<Alternative> Distinct(IEnumerable<Alternative> alternatives) => alternatives
        .GroupBy(alternative => string.Join(' ', alternative.Stems))
        .Select(same => same.MaxBy(alternative => alternative.Weight))
        .ToList();

    static string Repair(string text, List<(Token At, string Word)> repairs)
    {
        var repaired = new StringBuilder();
        var done = 0;
        foreach (var (at, word) in repairs)
        {
            repaired.Append(text, done, at.Start - done).Append(word);
            done = at.End;
        }
        return repaired.Append(text, done, text.Length - done).ToString().Trim();
    }

    /// <summary>Stretches between a pair of quotation marks; one without its partner is no quotation.</summary>
    static List<Quote> Quotes(string text)
    {
        var quotes = new List<Quote>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsQuote(text[i]))
                continue;
            if (open >= 0)
                quotes.Add(new(open, i));
            open = open >= 0 ? -1 : i;
        }
        return quotes;
    }

    static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    readonly record struct Quote(int Open, int Close)
    {
        public bool Holds(Token word) => word.Start > Open && word.End <= Close;
    }
}
