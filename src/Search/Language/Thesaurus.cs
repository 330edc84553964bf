using System.Collections.Frozen;

namespace HealthDoers.Search.Language;

/// <summary>
/// Other words for those that mean one thing only, as a dictionary has them: <c>nosebleed -> epistaxis</c>. It weighs less than the lexicon,
/// which people wrote for this place, and lies under it.
/// </summary>
public sealed class Thesaurus
{
    const double Weight = 0.3;

    readonly FrozenDictionary<string, string> _others;

    Thesaurus(Dictionary<string, string> others)
    {
        _others = others.ToFrozenDictionary();
        LongestPhrase = others.Count == 0 ? 0 : others.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);
    }

    public static Thesaurus Empty { get; } = new([]);

    /// <summary>In words.</summary>
    internal int LongestPhrase { get; }

    /// <summary>One entry a line, in small letters without accents; a line that is none is passed over.</summary>
    public static Thesaurus Read(TextReader text)
    {
        var others = new Dictionary<string, string>();
        while (text.ReadLine() is { } line)
        {
            if (line.Split(" -> ") is [var phrase, var words])
                others[phrase] = words;
        }
        return new(others);
    }

    internal bool Knows(string foldedWord) => Find([foldedWord]) is not null;

    /// <summary>As it was typed, or without the s of a plural. No stem: "organic" may not bring what "organ" means.</summary>
    internal LexiconEntry? Find(IEnumerable<string> foldedWords)
    {
        var phrase = string.Join(' ', foldedWords);
        if (!_others.TryGetValue(phrase, out var others) && !(phrase.EndsWith('s') && _others.TryGetValue(phrase[..^1], out others)))
            return null;
        return new(phrase, [.. others.Split(", ").Select(other => new LexiconExpansion(other, Weight))]);
    }
}
