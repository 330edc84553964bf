using System.Globalization;
using System.Net;
using System.Text;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>One page that needs nothing else: it can be kept, printed and mailed.</summary>
static class HtmlTalk
{
    const string Style = """
        body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
        ol{list-style:none;padding:0}li{padding:.75rem 0;border-top:1px solid #8886}
        .of{margin:0;font-size:.9rem;opacity:.8}pre{overflow-x:auto}img{max-width:100%;height:auto}
        @media(prefers-color-scheme:dark){body{background:#14211c;color:#f2efe6}a{color:#f0b35b}}
        """;

    public static async Task WriteAsync(TalkCopy copy, IAsyncEnumerable<TalkLine> lines, Stream to, CancellationToken stop)
    {
        await using var file = new StreamWriter(to, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        await file.WriteLineAsync($"""
            <!doctype html>
            <html lang="{PageFrame.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(copy.Title)}</title><style>
            {Style}
            </style></head>
            <body>
            <h1>{Safe(copy.Title)}</h1>
            <p>{Safe(copy.Words.Purpose)}</p>
            <p class="of">{Safe(copy.Said)}</p>
            <ol>
            """);
        var authors = new Dictionary<long, MessageAuthor?>();
        await foreach (var line in lines.WithCancellation(stop))
        {
            string?[] rest = [line.Topic.Length > 0 && copy.Topic is null ? line.Topic : null, copy.Answers(line, authors), copy.MarkOf(line)];
            await file.WriteLineAsync($"""
                <li id="m-{line.Seq}"><p class="of"><b>{Safe(copy.NameOf(line))}</b> · <a href="{Safe(copy.AddressOf(line.Seq))}"><time datetime="{line.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}">{TalkCopy.Moment(line.At)}</time></a>{string.Concat(rest.OfType<string>().Select(part => " · " + Safe(part)))}</p>
                {Html(line.Text, copy.Site)}</li>
                """);
            authors[line.Seq] = line.Author;
        }
        await file.WriteLineAsync("</ol>\n</body>\n</html>");
    }

    // A quotation mark in text is encoded, so these letters can only be an attribute of ours.
    static string Html(string text, string site) => SafeMarkdown.ToHtml(text, keepBreaks: true)
        .Replace("=\"/", $"=\"{Safe(site)}/", StringComparison.Ordinal);

    static string Safe(string text) => WebUtility.HtmlEncode(text);
}
