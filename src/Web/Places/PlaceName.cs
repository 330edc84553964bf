using System.Globalization;
using System.Text;

namespace HealthDoers.Web.Places;

/// <summary>
/// Names of places as they are compared: small letters without marks, and the short forms of saints and mountains written
/// out. build/place-names.mjs does the same; a test compares the two over the whole gazetteer.
/// </summary>
static class PlaceName
{
    const int LongestRead = 200;

    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var start = 0;
        foreach (var rune in (name.Length > LongestRead ? name[..LongestRead] : name).Normalized().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
                continue;
            var letters = Spell((char)(Rune.ToLowerInvariant(rune) is { IsBmp: true, Value: var value } ? value : ' '));
            if (letters == " ")
                EndWord(folded, ref start);
            else
                folded.Append(letters);
        }
        EndWord(folded, ref start);
        return folded.ToString().TrimEnd();
    }

    /// <summary>Which letters a folded name has, and in the upper half which it has twice. One slip adds one at the most and takes one away.</summary>
    public static ulong LettersOf(ReadOnlySpan<byte> folded)
    {
        ulong letters = 0;
        foreach (var letter in folded)
        {
            var bit = letter is >= (byte)'a' and <= (byte)'z' ? 1UL << (letter - 'a') : 1UL << 26;
            letters |= (letters & bit) == 0 ? bit : bit << 32;
        }
        return letters;
    }

    static string Normalized(this string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return ""; // half of a surrogate pair: nothing that could be a name
        }
    }

    static string Spell(char letter) => letter switch
    {
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => letter.ToString(),
        '\'' or '’' or '‘' or '`' or 'ʻ' or 'ʼ' => "",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ə' => "e",
        'þ' => "th",
        'ħ' => "h",
        'ŋ' => "n",
        _ => " ",
    };

    static void EndWord(StringBuilder folded, ref int start)
    {
        if (folded.Length == start)
            return;
        var written = folded.ToString(start, folded.Length - start) switch
        {
            "st" => "saint",
            "ste" => "sainte",
            "mt" => "mount",
            "ft" => "fort",
            _ => null,
        };
        if (written is not null)
        {
            folded.Length = start;
            folded.Append(written);
        }
        folded.Append(' ');
        start = folded.Length;
    }
}
