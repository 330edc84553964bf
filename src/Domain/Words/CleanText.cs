using System.Globalization;
using System.Text;

namespace HealthDoers.Domain.Words;

/// <summary>What people typed or pasted, made safe to store, compare and show. Nothing visible is taken away.</summary>
public static class CleanText
{
    // Unicode's stream-safe bound (UAX #15). Longer stacks are mischief, and cost quadratic time to put in order.
    const int MostMarksOnALetter = 30;

    /// <summary>One line: a name, a title. White space collapses to single spaces; direction overrides go.</summary>
    public static string Line(string? text) => Clean(text, oneLine: true);

    /// <summary>Many lines: keeps tabs and line breaks, the latter as <c>\n</c>.</summary>
    public static string Lines(string? text) => Clean(text, oneLine: false);

    /// <summary>Whether a reader would see nothing at all.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (IsVisible(rune))
                return false;
        return true;
    }

    static string Clean(string? text, bool oneLine)
    {
        if (IsBlank(text))
            return "";
        var kept = new StringBuilder(text!.Length);
        var (marks, last) = (0, '\0');
        foreach (var rune in text.EnumerateRunes())
        {
            var (was, now) = (last, rune.Value <= char.MaxValue ? (char)rune.Value : '\uFFFD');
            last = now;
            if (was == '\r' && now == '\n')
                continue;
            if (now is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
                kept.Append('\n');
            else if (now == '\t')
                kept.Append('\t');
            else if (!IsDropped(rune, oneLine))
            {
                marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
                if (marks <= MostMarksOnALetter)
                    kept.Append(rune.ToString());
            }
        }
        var normal = kept.ToString().Normalize(NormalizationForm.FormC);
        return oneLine ? OneSpaceBetweenWords(normal) : normal.Trim();
    }

    static string OneSpaceBetweenWords(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static bool IsDropped(Rune rune, bool oneLine) =>
        Rune.IsControl(rune)
        || rune.Value is 0xFEFF or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFFF9 and <= 0xFFFB)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || oneLine && rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => false,
        // Letters and symbols by category that draw nothing: Hangul fillers and the empty Braille cell.
        _ => rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800),
    };
}
