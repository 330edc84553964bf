using System.Collections.Frozen;
using System.Security.Cryptography;

namespace HealthDoers.Domain.Words;

/// <summary>The readable part of an address: lower-case ASCII words joined by hyphens.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    // Addresses that pages of the site itself use below a feature.
    static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        "new", "edit", "add", "delete", "remove", "preview", "history", "drafts", "draft", "unsent", "kept", "mine", "all", "index", "search",
        "feed", "feed.xml", "feed.json", "calendar", "calendar.ics", "sitemap", "sitemap.xml", "robots.txt",
        "admin", "api", "account", "login", "logout", "register", "settings", "help", "live", "health", "files", "built",
        "import", "export", "tokens", "notifications", "messages", "members", "features", "error", "null", "undefined");

    /// <summary>
    /// The slug of a title. A title with nothing to spell gets <paramref name="kind"/> and six random characters;
    /// one that meets an address of the site is led by <paramref name="kind"/>.
    /// </summary>
    public static string From(string? title, string kind)
    {
        var slug = Cut(Latin.Fold(title ?? "", '-', atMost: 4 * MaxLength), MaxLength);
        if (slug.Length == 0)
            return $"{kind}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6)}";
        return IsReserved(slug) ? Cut($"{kind}-{slug}", MaxLength) : slug;
    }

    /// <summary>The slug for the <paramref name="n"/>th thing of that name: the first keeps it, the second ends in <c>-2</c>.</summary>
    public static string Numbered(string slug, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (n == 1)
            return slug;
        var number = $"-{n}";
        return Cut(slug, MaxLength - number.Length) + number;
    }

    public static bool IsReserved(string slug) => Reserved.Contains(slug.ToLowerInvariant());

    /// <summary>Whether a typed slug could be the address of something people made.</summary>
    public static bool IsValid(string? slug) =>
        slug is { Length: > 0 and <= MaxLength }
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && !IsReserved(slug);

    static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
            return slug;
        if (slug[length] == '-')
            return slug[..length];
        var word = slug.LastIndexOf('-', length - 1);
        return word > 0 ? slug[..word] : slug[..length];
    }
}
