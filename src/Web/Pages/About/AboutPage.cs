using System.Collections.Concurrent;
using HealthDoers.Web.Data.Starter;

namespace HealthDoers.Web.Pages.About;

/// <summary>A page of the site's own words, written in Markdown beside the starter content.</summary>
/// <param name="Language">What it is written in; English where there is no translation.</param>
sealed record AboutPage(string Slug, string Title, string Description, string Markdown, string Language)
{
    /// <summary>The pages under /about, in the order in which they tell the story.</summary>
    public static readonly string[] Order = ["movement", "scale", "community-of-solutions", "distributed-leadership", "evidence", "agreements"];

    static readonly string[] Beside = ["help", "privacy"];
    static readonly ConcurrentDictionary<(string, string), AboutPage> Read = new();

    public string Url => Beside.Contains(Slug) ? "/" + Slug : "/about/" + Slug;

    /// <summary>
    /// In members' texts headings begin at the third level; on these pages nothing stands between them and the title. And
    /// <c>*en: A title*</c> in a translation says that these words stay English.
    /// </summary>
    public static string AsPage(string html) => html
        .Replace("<em>en: ", "<em lang=\"en\">", StringComparison.Ordinal).Replace("<strong>en: ", "<strong lang=\"en\">", StringComparison.Ordinal)
        .Replace("<h4", "<h2", StringComparison.Ordinal).Replace("</h4>", "</h2>", StringComparison.Ordinal)
        .Replace("<h5", "<h3", StringComparison.Ordinal).Replace("</h5>", "</h3>", StringComparison.Ordinal);

    /// <summary>Null when there is no such page.</summary>
    public static AboutPage? Find(string slug, string language) => Order.Contains(slug) || Beside.Contains(slug)
        ? Read.GetOrAdd((slug, language), key => Parse(key.Item1, key.Item2) ?? Parse(key.Item1, "en")!)
        : null;

    static AboutPage? Parse(string slug, string language)
    {
        var file = language == "en" ? $"about/{slug}.md" : $"about/{slug}.{language}.md";
        if (StarterFiles.Text(file)?.ReplaceLineEndings("\n") is not { } text)
            return null;
        // --- lines of "name: value" --- Markdown
        var parts = text.Split("---\n", 3);
        var head = parts[1].Split('\n').Select(line => line.Split(": ", 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1].Trim(' ', '"'));
        return new(slug, head["title"], head["description"], parts[2], language);
    }
}
