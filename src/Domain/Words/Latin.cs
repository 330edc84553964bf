using System.Globalization;
using System.Text;

namespace HealthDoers.Domain.Words;

/// <summary>Any script to lower-case ASCII letters, as far as a reader of it would recognise the word.</summary>
static class Latin
{
    // Letters that Unicode does not take apart into a base letter and a mark.
    static readonly Dictionary<char, string> Letters = Table(
        "ä ae ö oe ü ue ß ss æ ae ø oe å a œ oe ð d þ th đ d ħ h ı i ĸ k ł l ŋ n ŧ t ə e " +
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
        "а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u " +
        "ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz ў w");

    /// <summary>Letters and digits; every run of anything else becomes one <paramref name="separator"/>.</summary>
    internal static string Fold(string text, char separator, int atMost)
    {
        var source = WellFormed(text, atMost * 4).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormC);
        var folded = new StringBuilder(atMost);
        var gap = false;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '\'' or '’' or '‘' or 'ʼ' or 'ь' or 'ъ' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            var letters = Spell(source, i);
            if (letters.Length == 0)
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap)
                folded.Append(separator);
            gap = false;
            folded.Append(letters);
        }
        return folded.ToString();
    }

    static string Spell(string source, int i)
    {
        var c = source[i];
        if (char.IsAsciiLetterOrDigit(c))
            return c.ToString();
        var before = i > 0 ? source[i - 1] : ' ';
        var after = i + 1 < source.Length ? source[i + 1] : ' ';
        // Spanish vergüenza and Greek που: the letter before settles the sound.
        if (c == 'ü' && before == 'g' && after is 'e' or 'i' or 'é' or 'í' || c is 'υ' or 'ύ' && before is 'ο' or 'α' or 'ε')
            return "u";
        if (Letters.TryGetValue(c, out var spelled))
            return spelled;
        if (char.IsSurrogate(c) || !char.IsLetterOrDigit(c))
            return "";
        var bare = char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormKD)[0]);
        return char.IsAsciiLetterOrDigit(bare) ? bare.ToString() : Letters.GetValueOrDefault(bare, "");
    }

    static string WellFormed(string text, int atMost)
    {
        var safe = new StringBuilder(Math.Min(text.Length, atMost));
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= atMost)
                break;
            safe.Append(rune.ToString());
        }
        return safe.ToString();
    }

    static Dictionary<char, string> Table(string pairs)
    {
        var words = pairs.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i][0], i => words[2 * i + 1]);
    }
}
