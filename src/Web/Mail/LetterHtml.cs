using System.Net;
using System.Text;

namespace HealthDoers.Web.Mail;

/// <summary>
/// A letter as HTML: one column in document order with a language, a title, headings and real lists, dark ink on white
/// whatever the program makes of styles, and nothing loaded from anywhere.
/// </summary>
static class LetterHtml
{
    const string Body = "margin:0;padding:0;background:#ffffff;color:#1d2b24";
    const string Main = "font:17px/1.5 Arial,Helvetica,sans-serif;max-width:36em;margin:1em auto;padding:0 1em";
    const string Heading = "font-size:19px;margin:1.5em 0 .5em";

    public static string Write(string language, string title, string[] paragraphs, Dictionary<string, string> links, LetterContent content)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Safe(title))
            .Append("</title></head><body style=\"").Append(Body).Append("\"><div role=\"main\" style=\"").Append(Main).Append("\">");
        foreach (var paragraph in paragraphs)
        {
            if (paragraph == "{Parts}")
                AppendParts(html, content.Parts);
            else if (paragraph == Letters.Quote)
                html.Append("<blockquote>").AppendJoin("<br>", Letters.QuotedLines(content.Values).Select(Safe)).Append("</blockquote>");
            else if (links.TryGetValue(paragraph, out var says))
                AppendLink(html.Append("<p>"), Letters.Fill(paragraph, content.Values), says).Append("</p>");
            else
                html.Append("<p>").Append(Safe(Letters.Fill(paragraph, content.Values))).Append("</p>");
        }
        return html.Append("</div></body></html>").ToString();
    }

    static void AppendParts(StringBuilder html, IEnumerable<LetterPart> parts)
    {
        foreach (var part in parts)
        {
            html.Append("<h2 style=\"").Append(Heading).Append("\">").Append(Safe(part.Heading)).Append("</h2><ul>");
            foreach (var item in part.Items)
                AppendLink(html.Append("<li>"), item.Url, item.Says).Append(item.Why.Length > 0 ? "<br>" : "").Append(Safe(item.Why)).Append("</li>");
            html.Append("</ul>");
        }
    }

    static StringBuilder AppendLink(StringBuilder html, string url, string says) =>
        html.Append("<a href=\"").Append(Safe(url)).Append("\">").Append(Safe(says)).Append("</a>");

    static string Safe(string words) => WebUtility.HtmlEncode(words);
}
