using System.Text.RegularExpressions;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// What somebody wrote themselves in an answer: without the letter they answer and without their signature. In doubt a line
/// stays, for a line too many can be deleted and a lost one cannot be found.
/// </summary>
static partial class ReplyWords
{
    const int LongestHead = 3;

    /// <param name="marks">The sentences that begin our letters and ask to write above them.</param>
    public static string Own(string words, IReadOnlyCollection<string> marks)
    {
        var lines = CleanText.Lines(words).Split('\n').ToList();
        CutAtMark(lines, marks);
        CutQuote(lines);
        CutSignature(lines);
        return CleanText.Lines(string.Join('\n', lines));
    }

    static void CutAtMark(List<string> lines, IReadOnlyCollection<string> marks)
    {
        var at = lines.FindIndex(line => marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase)));
        if (at < 0)
            return;
        lines.RemoveRange(at, lines.Count - at);
        // What introduces the quote stands above our sentence.
        Trim(lines);
        for (var take = Math.Min(LongestHead, lines.Count); take > 0; take--)
            if (IsHead(string.Join(' ', lines.Skip(lines.Count - take).Select(Unquoted))))
            {
                lines.RemoveRange(lines.Count - take, take);
                break;
            }
    }

    static void CutQuote(List<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (Separator().IsMatch(lines[at]) || IsBlock(lines, at))
            {
                lines.RemoveRange(at, lines.Count - at);
                break;
            }
            for (var take = 1; take <= LongestHead && at + take <= lines.Count; take++)
                // "On Monday Ana wrote:" is a head only when a quote, or nothing, follows.
                if (IsHead(string.Join(' ', lines.Skip(at).Take(take))) && lines.Skip(at + take).SkipWhile(l => l.Length == 0).All(l => l.Length == 0 || l.StartsWith('>')))
                {
                    lines.RemoveRange(at, lines.Count - at);
                    return;
                }
        }
        Trim(lines);
        // Quotes at the end go; between a person's own lines they are what is answered, and stay.
        while (lines.Count > 0 && lines[^1].StartsWith('>'))
        {
            lines.RemoveAt(lines.Count - 1);
            Trim(lines);
        }
    }

    /// <summary>Two dashes and a space begin a signature; "Sent from my phone" is one as the last line.</summary>
    static void CutSignature(List<string> lines)
    {
        var at = lines.FindIndex(line => line is "-- " or "--" or "—");
        if (at >= 0)
            lines.RemoveRange(at, lines.Count - at);
        Trim(lines);
        if (lines.Count > 0 && SentFrom().IsMatch(lines[^1]))
            lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>The headers that Outlook writes over what it quotes.</summary>
    static bool IsBlock(List<string> lines, int at) =>
        FromLine().IsMatch(lines[at]) && lines.Skip(at + 1).Take(3).Any(line => SentLine().IsMatch(line));

    static bool IsHead(string line) => line.Length < 300 && Head().IsMatch(line.Trim());

    static string Unquoted(string line) => line.TrimStart('>', ' ');

    static void Trim(List<string> lines)
    {
        while (lines.Count > 0 && Unquoted(lines[^1]).Trim().Length == 0)
            lines.RemoveAt(lines.Count - 1);
    }

    [GeneratedRegex("""^(?:On\b.*\bwrote:|El\b.*\bescribió:|(?:Am|Le|Em)\b.*\b(?:schrieb|a écrit|escreveu)\b.*:)$""", RegexOptions.IgnoreCase)]
    private static partial Regex Head();

    [GeneratedRegex("""^\s*(?:-{3,}\s*(?:Original Message|Mensaje original|Forwarded message|Mensaje reenviado)\s*-{3,}|_{20,})\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex("""^\*?(?:From|De):\*?\s""", RegexOptions.IgnoreCase)]
    private static partial Regex FromLine();

    [GeneratedRegex("""^\*?(?:Sent|Date|Enviado(?: el)?|Fecha):\*?\s""", RegexOptions.IgnoreCase)]
    private static partial Regex SentLine();

    [GeneratedRegex("""^(?:Sent from my|Sent from|Get Outlook for|Enviado desde (?:mi|el)|Enviado desde|Obtener Outlook para)\b.{0,60}$""", RegexOptions.IgnoreCase)]
    private static partial Regex SentFrom();
}
