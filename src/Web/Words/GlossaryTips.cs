using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HealthDoers.Web.Words;

/// <summary>
/// Gives the first use of each glossary term in rendered HTML its meaning: a link to the glossary, described by a hidden tooltip
/// that the style sheet shows on hover and focus. Works without script, by keyboard and for screen readers. Build once a language.
/// </summary>
public sealed class GlossaryTips
{
    // A tip inside these would nest links, shout in a heading or change code.
    static readonly FrozenSet<string> Untouched = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "pre", "script", "style", "textarea", "title");

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly FrozenDictionary<string, Name[]>.AlternateLookup<ReadOnlySpan<char>> names;

    public GlossaryTips(IEnumerable<TipTerm> terms)
    {
        var byFirstWord = terms
            .SelectMany(term => term.Aliases.Prepend(term.Term).Select(name => new Name(name.Trim(), term)))
            .Where(name => name.FirstWord.Length > 0)
            .GroupBy(name => name.FirstWord, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(name => name.Html.Length).ToArray(),
                StringComparer.OrdinalIgnoreCase);
        names = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static FrozenDictionary<string, GlossaryTips> ByLanguage(IEnumerable<TipTerm> terms) =>
        terms.GroupBy(term => term.Language).ToFrozenDictionary(group => group.Key, group => new GlossaryTips(group));

    /// <param name="html">Well-formed HTML of our own making, as <see cref="SafeMarkdown"/> gives it.</param>
    /// <param name="seen">Slugs that have had their tip. Share one set among all texts of a page.</param>
    public string Apply(string html, ISet<string> seen)
    {
        StringBuilder? written = null;
        var (copied, untouched, i) = (0, 0, 0);
        while (i < html.Length)
        {
            var c = html[i];
            if (c == '<')
            {
                i = PastTag(html, i, ref untouched);
            }
            else if (c == '&')
            {
                i = PastEntity(html, i);
            }
            else if (!char.IsLetterOrDigit(c))
            {
                i++;
            }
            else
            {
                var word = WordLength(html.AsSpan(i));
                if (untouched == 0 && Find(html, i, word, seen) is var (name, length))
                {
                    seen.Add(name.Term.Slug);
                    written ??= new StringBuilder(html.Length + 512);
                    written.Append(html, copied, i - copied);
                    name.WriteTip(written, html.AsSpan(i, length));
                    copied = i += length;
                }
                else
                {
                    i += word;
                }
            }
        }
        return written is null ? html : written.Append(html, copied, html.Length - copied).ToString();
    }

    (Name, int)? Find(string html, int at, int word, ISet<string> seen)
    {
        var text = html.AsSpan(at);
        // A plural is a use of its term: look for "teams" and, if that is no name, for "team".
        for (var cut = 0; cut <= 2 && cut < word; cut++)
        {
            if (cut > 0 && text[word - cut] is not ('s' or 'e'))
                break;
            if (!names.TryGetValue(text[..(word - cut)], out var candidates))
                continue;
            foreach (var name in candidates)
                if (name.MatchLength(text) is var length and > 0)
                    return seen.Contains(name.Term.Slug) ? null : (name, length);
        }
        return null;
    }

    static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
            length++;
        return length;
    }

    static int PastTag(string html, int at, ref int untouched)
    {
        var closing = at + 1 < html.Length && html[at + 1] == '/';
        var name = html.AsSpan(at + (closing ? 2 : 1));
        if (Untouched.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..WordLength(name)]))
            untouched = Math.Max(0, untouched + (closing ? -1 : 1));
        var end = html.IndexOf('>', at);
        return end < 0 ? html.Length : end + 1;
    }

    static int PastEntity(string html, int at)
    {
        var i = at + 1;
        while (i < html.Length && i - at < 12 && (char.IsAsciiLetterOrDigit(html[i]) || html[i] == '#'))
            i++;
        return i < html.Length && html[i] == ';' ? i + 1 : at + 1;
    }

    sealed class Name
    {
        readonly bool exact;

        public Name(string name, TipTerm term)
        {
            Term = term;
            // As Markdig writes it, so that names are compared with the HTML as it stands.
            Html = name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            FirstWord = Html[..WordLength(Html)];
            // SCALE is an initiative, scale is a verb.
            exact = name.Count(char.IsLetter) > 1 && !name.Any(char.IsLower);
        }

        public TipTerm Term { get; }
        public string Html { get; }
        public string FirstWord { get; }

        /// <summary>How much of the text's beginning is this name, a plural ending included; 0 when it is not.</summary>
        public int MatchLength(ReadOnlySpan<char> text)
        {
            if (text.Length < Html.Length)
                return 0;
            for (var i = 0; i < Html.Length; i++)
                if (!(text[i] == Html[i]
                        || Html[i] == ' ' && char.IsWhiteSpace(text[i])
                        || !exact && char.ToLowerInvariant(text[i]) == char.ToLowerInvariant(Html[i])))
                    return 0;
            var rest = text[Html.Length..];
            return WordLength(rest) switch
            {
                0 => Html.Length,
                1 when rest[0] == 's' => Html.Length + 1,
                2 when rest[..2] is "es" => Html.Length + 2,
                _ => 0,
            };
        }

        public void WriteTip(StringBuilder to, ReadOnlySpan<char> shown)
        {
            var slug = Uri.EscapeDataString(Term.Slug);
            to.Append("<span class=\"tip\"><a href=\"/glossary#").Append(slug).Append("\" aria-describedby=\"tip-").Append(slug).Append("\">")
                .Append(shown).Append("</a><span role=\"tooltip\" id=\"tip-").Append(slug).Append("\" hidden>")
                .Append(Encoder.Encode(Term.Meaning)).Append("</span></span>");
        }
    }
}
