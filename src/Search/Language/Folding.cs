using System.Globalization;
using System.Text;

namespace HealthDoers.Search.Language;

/// <summary>Takes away what people leave out when they type: capitals, accents, ligatures.</summary>
static class Folding
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return string.Create(text.Length, text, static (target, source) => Ascii.ToLower(source, target, out _));

        var folded = new StringBuilder(text.Length);
        foreach (var rune in new string(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(Rune.GetUnicodeCategory(rune)))
                continue;
            if (Letters(rune.Value) is { } letters)
                folded.Append(letters);
            else
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    public static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Letters that Unicode does not decompose although people type them as these.
    static string? Letters(int rune) => rune switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
