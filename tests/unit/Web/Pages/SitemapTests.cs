using System.Net;
using System.Xml.Linq;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Pages;

public sealed class SitemapTests(ReadingSite site)
{
    static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task It_lists_every_public_story_and_only_addresses_that_answer()
    {
        var map = XDocument.Parse(await site.TextAsync("/sitemap.xml"));
        var paths = map.Root!.Elements(Ns + "url").Select(u => new Uri(u.Element(Ns + "loc")!.Value).PathAndQuery).ToList();

        var starter = await site.InDbAsync(db => db.Stories.Public().Where(s => s.ExternalId != null).Select(s => "/stories/" + s.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Subset(paths.ToHashSet(), starter.ToHashSet());
        foreach (var path in paths)
        {
            using var answer = await site.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Robots_are_shown_the_map_and_kept_off_accounts()
    {
        var robots = await site.TextAsync("/robots.txt");

        Assert.Contains("Disallow: /account/", robots, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {new Uri(site.Address, "/sitemap.xml")}", robots, StringComparison.Ordinal);
    }
}
