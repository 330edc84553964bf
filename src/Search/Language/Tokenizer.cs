using System.Globalization;
using System.Text;

namespace HealthDoers.Search.Language;

/// <summary>
/// Splits text into words of letters and digits. An apostrophe inside a word goes ("don't" is dont), an English possessive
/// goes with its s, and scripts that write no spaces give one token a sign.
/// </summary>
static class Tokenizer
{
    /// <summary>Longer words are cut: nobody types the rest, and it would only fatten the index.</summary>
    public const int MaxWordLength = 64;

    public static IEnumerable<Token> Tokens(string text)
    {
        foreach (var (start, end) in Stretches(text))
        {
            if (Folded(text, start, end) is { } word)
                yield return new(start, end - start, word);
        }
    }

    /// <summary>Where words stand, before anybody asks which they are. What unfolds into signs alone is among them.</summary>
    public static IEnumerable<(int Start, int End)> Stretches(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = RuneLength(text, at, out var category);
            if (!IsWordPart(category))
                at += length;
            else if (StandsAlone(text[at]))
                yield return (at, ++at);
            else
            {
                var start = at;
                at = EndOfWord(text, start);
                yield return (start, at);
                if (IsPossessive(text, at))
                    at += 2;
            }
        }
    }

    static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !StandsAlone(text[at]))
        {
            if (IsApostrophe(text[at]))
            {
                if (IsPossessive(text, at) || at + 1 >= text.Length || !char.IsLetter(text[at + 1]))
                    break;
                at++;
                continue;
            }
            var length = RuneLength(text, at, out var category);
            if (!IsWordPart(category))
                break;
            at += length;
        }
        return at;
    }

    /// <summary>The word of a stretch; none when nothing is left of it.</summary>
    public static string? Folded(string text, int start, int end)
    {
        var cut = Math.Min(end, start + MaxWordLength);
        if (cut < end && char.IsLowSurrogate(text[cut]))
            cut--;
        var span = text.AsSpan(start, cut - start);
        var word = Folding.Fold(span);
        if (word.AsSpan().IndexOfAny('\'', '’') >= 0)
            word = word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        // A compatibility form can unfold into signs and spaces; what is left has to be one plain word.
        if (!IsPlain(word))
            word = string.Concat(word.Where(char.IsLetterOrDigit));
        return word.Length == 0 ? null : word;
    }

    static bool IsPlain(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                return false;
        }
        return true;
    }

    static int RuneLength(string text, int at, out UnicodeCategory category)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && Rune.TryGetRuneAt(text, at, out var rune))
        {
            category = Rune.GetUnicodeCategory(rune);
            return 2;
        }
        category = char.GetUnicodeCategory(c);
        return 1;
    }

    static bool IsWordPart(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    static bool IsApostrophe(char c) => c is '\'' or '’';

    static bool IsPossessive(string text, int at) =>
        at + 1 < text.Length && IsApostrophe(text[at]) && text[at + 1] is 's' or 'S'
        && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    static bool StandsAlone(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');
}
