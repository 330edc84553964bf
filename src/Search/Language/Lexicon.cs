using System.Collections.Frozen;
using System.Globalization;

namespace HealthDoers.Search.Language;

/// <summary>
/// Everyday words and the words that documents use for the same thing. A value: layers are laid over one another with
/// <see cref="With"/>, and the last word on an entry wins.
/// </summary>
/// <remarks>
/// One entry a line: <c>kids -> children, child, youth 0.5</c>. A number after an expansion is its weight, above 0 and at most 1;
/// without one it is <see cref="DefaultWeight"/>. An entry without expansions takes an earlier one away. <c>#</c> begins a remark.
/// </remarks>
public sealed class Lexicon
{
    public const double DefaultWeight = 0.6;

    readonly FrozenDictionary<string, LexiconEntry> _entries;
    readonly Thesaurus _beneath;

    Lexicon(IEnumerable<LexiconEntry> entries, Thesaurus beneath)
    {
        var last = new Dictionary<string, LexiconEntry>();
        foreach (var entry in entries)
            last[Key(WordsOf(entry.Phrase))] = entry;
        last.Remove("");
        _entries = last.ToFrozenDictionary();
        _beneath = beneath;
        Entries = [.. last.Values.Where(entry => entry.Expansions.Count > 0)];
        Words = Entries.SelectMany(entry => WordsOf(entry.Phrase)).ToFrozenSet();
        LongestPhrase = Math.Max(beneath.LongestPhrase, _entries.Count == 0 ? 0 : _entries.Keys.Max(key => key.Count(c => c == ' ') + 1));
    }

    public static Lexicon Empty { get; } = new([], Thesaurus.Empty);

    /// <summary>The one that comes with the program: lexicon.txt beside this file.</summary>
    public static Lexicon Shipped { get; } = ReadShipped();

    public IReadOnlyCollection<LexiconEntry> Entries { get; }

    /// <summary>Every word of every phrase that people wrote, folded.</summary>
    internal FrozenSet<string> Words { get; }

    /// <summary>In words.</summary>
    internal int LongestPhrase { get; }

    public Lexicon With(IEnumerable<LexiconEntry> later) => new(_entries.Values.Concat(later), _beneath);

    /// <summary>Where no entry says anything, this does; an entry without expansions keeps it quiet.</summary>
    public Lexicon Over(Thesaurus thesaurus) => new(_entries.Values, thesaurus);

    /// <summary>Lines that are not entries are left out and come back in <paramref name="badLines"/> with their numbers from 1.</summary>
    public static Lexicon Read(TextReader text, out IReadOnlyList<(int Number, string Line)> badLines)
    {
        var entries = new List<LexiconEntry>();
        var bad = new List<(int, string)>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var content = line.Split('#')[0].Trim();
            if (content.Length == 0)
                continue;
            if (LexiconEntry.TryParse(content, out var entry))
                entries.Add(entry);
            else
                bad.Add((number, line));
        }
        badLines = bad;
        return new(entries, Thesaurus.Empty);
    }

    /// <summary>A word that somebody may mean as it is written, whether or not a document has it.</summary>
    internal bool Knows(string foldedWord) => Words.Contains(foldedWord) || _beneath.Knows(foldedWord);

    internal LexiconEntry? Find(IReadOnlyCollection<string> foldedWords) =>
        _entries.TryGetValue(Key(foldedWords), out var entry) ? (entry.Expansions.Count > 0 ? entry : null) : _beneath.Find(foldedWords);

    // By stem, so that kid and kids are one entry.
    static string Key(IEnumerable<string> foldedWords) => string.Join(' ', foldedWords.Select(EnglishStemmer.Stem));

    static IEnumerable<string> WordsOf(string phrase) => Tokenizer.Tokens(phrase).Select(token => token.Word);

    static Lexicon ReadShipped()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.txt")!;
        using var reader = new StreamReader(stream);
        return Read(reader, out _);
    }
}

public sealed record LexiconEntry(string Phrase, IReadOnlyList<LexiconExpansion> Expansions)
{
    public static bool TryParse(string line, out LexiconEntry entry)
    {
        var sides = line.Split("->");
        entry = new(sides[0].Trim(), sides.Length == 2 ? [.. sides[1].Split(',').Where(part => !string.IsNullOrWhiteSpace(part)).Select(LexiconExpansion.Parse)] : []);
        return sides.Length == 2 && entry.Phrase.Length > 0 && entry.Expansions.All(expansion => expansion.Weight is > 0 and <= 1);
    }
}

/// <param name="Weight">Against the asker's own word, which has 1.</param>
public readonly record struct LexiconExpansion(string Phrase, double Weight)
{
    internal static LexiconExpansion Parse(string text)
    {
        var phrase = text.Trim();
        var space = phrase.LastIndexOf(' ');
        return space > 0 && double.TryParse(phrase.AsSpan(space + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? new(phrase[..space].TrimEnd(), weight)
            : new(phrase, Lexicon.DefaultWeight);
    }
}
