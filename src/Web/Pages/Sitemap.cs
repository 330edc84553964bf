using System.Text;
using System.Xml;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages;

/// <summary>What search engines may read, and where it is.</summary>
static class Sitemap
{
    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The protocol's own limit for one file.
    const int Most = 50_000;
    const int MostListings = 10_000;

    static readonly string[] Reading = ["GET", "HEAD"];
    static readonly string[] Fixed = ["/", "/stories", "/ideas", "/map", "/hubs", "/mentoring", "/glossary", "/about", "/about/feeds", "/help", "/privacy", "/communities", "/initiatives", "/partners", "/gatherings", "/resources"];

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/sitemap.xml", Reading, async (HttpContext http, AppDb db, PageFrame frame, TopicList topics, HubList hubs, IConfiguration settings) =>
        {
            var pages = Fixed.Concat(AboutPage.Order.Select(slug => "/about/" + slug))
                .Concat((await topics.GetAsync()).BySlug.Keys.Order(StringComparer.Ordinal).Select(slug => "/stories?topic=" + slug))
                .Concat((await hubs.GetAsync()).BySlug.Keys.Order(StringComparer.Ordinal).Select(HubAddress.Of)).ToList();
            var listings = await db.Listings.Public().OrderBy(l => l.Id).Take(MostListings).Select(l => new { l.Kind, l.Slug, l.ChangedAt }).ToListAsync(http.RequestAborted);
            var gatherings = await db.Gatherings.Public().OrderByDescending(g => g.AnnouncedAt).Take(MostListings).Select(g => new { g.Slug, g.ChangedAt }).ToListAsync(http.RequestAborted);
            var ideas = await db.Ideas.Public().Newest().Take((Most - pages.Count - listings.Count - gatherings.Count) / 2).Select(i => new { i.Slug, i.ChangedAt }).ToListAsync(http.RequestAborted);
            var stories = await db.Stories.Public().Newest().Take(Most - pages.Count - listings.Count - gatherings.Count - ideas.Count).Select(s => new { s.Slug, s.ChangedAt }).ToListAsync(http.RequestAborted);
            var site = frame.Absolute("/", settings);
            return Results.Bytes(
                Write(pages.Select(path => (new Uri(site, path), (DateTimeOffset?)null))
                    .Concat(listings.Select(l => (new Uri(site, ListingAddress.Of(l.Kind, l.Slug)), (DateTimeOffset?)l.ChangedAt)))
                    .Concat(gatherings.Select(g => (new Uri(site, GatheringAddress.Of(g.Slug)), (DateTimeOffset?)g.ChangedAt)))
                    .Concat(ideas.Select(i => (new Uri(site, IdeaAddress.Of(i.Slug)), (DateTimeOffset?)i.ChangedAt)))
                    .Concat(stories.Select(s => (new Uri(site, StoryAddress.Of(s.Slug)), (DateTimeOffset?)s.ChangedAt)))),
                "application/xml; charset=utf-8");
        }).AllowAnonymous().WithMetadata(new KeptForVisitorsAttribute(PageArea.Stories));

        app.MapMethods("/robots.txt", Reading, (PageFrame frame, IConfiguration settings) => Results.Text($"""
            User-agent: *
            Disallow: /account/
            Disallow: /admin/
            Disallow: /search
            Disallow: /language/
            Disallow: /theme/

            Sitemap: {frame.Absolute("/sitemap.xml", settings)}

            """.ReplaceLineEndings("\n"))).AllowAnonymous().WithMetadata(new KeptForVisitorsAttribute(PageArea.Words));
    }

    static byte[] Write(IEnumerable<(Uri Url, DateTimeOffset? ChangedAt)> pages)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var (url, changedAt) in pages)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, url.AbsoluteUri);
                if (changedAt is { } at)
                    xml.WriteElementString("lastmod", Namespace, XmlConvert.ToString(at.UtcDateTime, XmlDateTimeSerializationMode.Utc));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }
}
