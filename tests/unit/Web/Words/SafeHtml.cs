using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HealthDoers.Tests.Web.Words;

/// <summary>What a browser would make of HTML, compared with the short list of what members' text may contain.</summary>
static class SafeHtml
{
    static readonly HashSet<string> Elements =
        ["p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "a",
         "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"];

    static readonly HashSet<string> Attributes = ["a href", "a rel", "ol start", "td class", "th class"];

    internal static IEnumerable<string> Faults(string html)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
        foreach (var node in body.Descendants())
            if (node is IComment)
                yield return "a comment";
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (!Elements.Contains(element.LocalName))
                yield return $"<{element.LocalName}>";
            foreach (var attribute in element.Attributes)
                if (!Attributes.Contains($"{element.LocalName} {attribute.Name}"))
                    yield return $"{element.LocalName} {attribute.Name}";
            if (element.LocalName == "a" && IsUnsafe(element))
                yield return $"href {element.GetAttribute("href")}";
        }
    }

    static bool IsUnsafe(IElement link)
    {
        var href = link.GetAttribute("href")!;
        // As a browser reads it: relative to our own page.
        var target = new Url(new Url("https://own.example/stories/"), href);
        return target.Scheme switch
        {
            "mailto" => false,
            "http" or "https" => target.Host != "own.example" && link.GetAttribute("rel") != "nofollow ugc noopener",
            _ => true,
        };
    }
}
