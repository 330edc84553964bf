using System.Text;
using System.Xml;
using HealthDoers.Domain.Searches;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>What matched a saved search, as a feed reader gets it (RFC 4287). Whoever knows the address may read it, as with any private feed.</summary>
static class SearchFeed
{
    const string Namespace = "http://www.w3.org/2005/Atom";
    const int Most = 50;

    public static void MapSearchFeed(this IEndpointRouteBuilder app) => app.MapGet("/searches/feed/{key}", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> AnswerAsync(string key, AppDb db, SavedSearchKeys keys, MatchReader matches, IConfiguration settings, HttpContext http, CancellationToken stop)
    {
        if (keys.ReadBy(key) is not { } id || await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is not { } search)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(Write(search, await matches.ReadAsync(db, id, Most, stop), new(settings["Site:PublicUrl"] ?? $"{http.Request.Scheme}://{http.Request.Host}"), http.Request.Path), "application/atom+xml; charset=utf-8");
    }

    static byte[] Write(SavedSearch search, IReadOnlyList<MatchedThing> found, Uri site, string self)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "id", $"urn:uuid:{search.Id}");
            Text(xml, "title", search.Name);
            Text(xml, "updated", Stamp(found.Count > 0 ? found[0].At : search.SavedAt));
            Link(xml, "self", new(site, self));
            foreach (var match in found)
            {
                xml.WriteStartElement("entry", Namespace);
                Text(xml, "id", $"urn:uuid:{match.Document.Id}");
                Text(xml, "title", match.Title(PageFrame.Language));
                Text(xml, "updated", Stamp(match.At));
                Link(xml, "alternate", new(site, match.Document.Url));
                xml.WriteStartElement("author", Namespace);
                Text(xml, "name", "HealthDoers");
                xml.WriteEndElement();
                Text(xml, "summary", match.Summary(PageFrame.Language));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    static void Link(XmlWriter xml, string rel, Uri to)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", to.AbsoluteUri);
        xml.WriteEndElement();
    }

    static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    static string Stamp(DateTimeOffset at) => XmlConvert.ToString(at.UtcDateTime, XmlDateTimeSerializationMode.Utc);
}
