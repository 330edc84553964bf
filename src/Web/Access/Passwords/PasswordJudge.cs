using System.Globalization;
using System.Text;

namespace HealthDoers.Web.Access.Passwords;

/// <summary>
/// Judges a password by how hard it is to guess, never by its composition: at least 10 characters as a person counts them, at most
/// 128 as a form field counts them (UTF-16).
/// </summary>
public static class PasswordJudge
{
    public const int MinLength = 10;
    public const int MaxLength = 128;

    // zxcvbn takes more than linear time. What it finds strong in the beginning the rest cannot weaken.
    const int JudgedLength = 100;
    const int StrongEnough = 3;
    const int ShortestTellingName = 4;
    const string SiteName = "healthdoers";

    // Reads its word lists once, and keeps no state while it judges.
    static readonly Zxcvbn.Zxcvbn Guesses = new();

    static readonly string[] SiteWords = [SiteName, "health", "healthier", "doers"];

    public static PasswordVerdict Judge(string? password, string? address = null, string? name = null, string? handle = null) =>
        new(Fault(password ?? "", address ?? "", name ?? "", handle ?? ""));

    static PasswordFault Fault(string password, string address, string name, string handle)
    {
        if (password.Length > MaxLength)
            return PasswordFault.TooLong;
        if (new StringInfo(password).LengthInTextElements < MinLength)
            return PasswordFault.TooShort;
        var folded = Fold(password);
        if (TellsOf(folded, SiteName))
            return PasswordFault.AboutUs;
        var mailbox = address.Split('@')[0];
        string[] own = [Fold(address), Fold(mailbox), Fold(mailbox.Split('+')[0]), Fold(name), Fold(handle)];
        if (own.Any(known => TellsOf(folded, known)))
            return PasswordFault.AboutYou;
        var easy = Pieces(address).Concat(Pieces(name)).Concat(Pieces(handle)).Concat(own).Concat(SiteWords).Where(piece => piece.Length > 2).Distinct();
        return Guesses.EvaluatePassword(Beginning(password), easy).Score < StrongEnough ? PasswordFault.Weak : PasswordFault.None;
    }

    static bool TellsOf(string password, string known) =>
        known.Length >= ShortestTellingName
        && (password.Contains(known, StringComparison.Ordinal) || password.Contains(Reversed(known), StringComparison.Ordinal));

    static string Beginning(string password) => password.Length > JudgedLength ? password[..JudgedLength] : password;

    static string Reversed(string text) => string.Create(text.Length, text, (to, from) =>
    {
        from.CopyTo(to);
        to.Reverse();
    });

    static IEnumerable<string> Pieces(string text) =>
        text.Split([' ', '.', '_', '-', '+', '@'], StringSplitOptions.RemoveEmptyEntries).Take(20).Select(Fold);

    /// <summary>Letters and digits alone, without case, accents and the usual disguises: <c>H3@lth-D0ers</c> is healthdoers.</summary>
    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
                if (Plain(c) is var plain && char.IsLetterOrDigit(plain))
                    folded.Append(plain);
        return folded.ToString();
    }

    static char Plain(char c) => c switch { '@' or '4' => 'a', '3' => 'e', '0' => 'o', '1' or '!' => 'i', '5' or '$' => 's', '7' => 't', _ => c };
}
