using System.Globalization;
using System.Text;

namespace HealthDoers.Search.Language;

static class CleanText
{
    /// <summary>The text without what no reader sees but every page suffers from: control signs, half surrogates, signs that turn the direction of reading, signs without a meaning that was agreed on.</summary>
    public static string Of(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= most)
                break;
            if (Rune.IsControl(rune))
                clean.Append(' ');
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse && !TurnsDirection(rune.Value))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    static bool TurnsDirection(int rune) => rune is 0x200e or 0x200f or 0x061c or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069);
}
