using System.Globalization;
using System.Text;

namespace HealthDoers.Search.Language;

static class CleanText
{
    /// <summary>The text without what no reader sees but every page suffers from: control signs, half surrogates, signs that turn the direction of reading, signs without a meaning that was agreed on.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most && IsClean(text))
            return text;
        var clean = new StringBuilder(Math.Min(text.Length, most));
        Span<char> signs = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= most)
                break;
            if (Rune.IsControl(rune))
                clean.Append(' ');
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse && !TurnsDirection(rune.Value))
                clean.Append(signs[..rune.EncodeToUtf16(signs)]);
        }
        return clean.ToString();
    }

    // Latin, Greek and Cyrillic letters and their signs: nearly every text, and nothing among them is taken out.
    static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= ' ' and <= '~') or (>= '\u00a0' and < '\u0600')))
                return false;
        }
        return true;
    }

    static bool TurnsDirection(int rune) => rune is 0x200e or 0x200f or 0x061c or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069);
}
