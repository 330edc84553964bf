using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

namespace HealthDoers.Tests.Web.Stories;

public sealed class StoryFeedTests(ReadingSite site)
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Atom_feed_has_what_its_standard_requires()
    {
        using var answer = await site.GetAsync("/stories/feed.xml");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All(new[] { "id", "title", "updated", "author" }, name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Equal(new Uri(site.Address, "/stories/feed.xml").ToString(), feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.All(feed.Elements(Atom + "entry"), entry =>
        {
            Assert.All(new[] { "id", "title", "updated", "summary" }, name => Assert.NotEmpty(entry.Element(Atom + name)!.Value));
            Assert.StartsWith(new Uri(site.Address, "/stories/").ToString(), entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture).Offset);
        });
        var ids = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.NotEmpty(ids);
    }

    [Fact]
    public async Task The_JSON_feed_has_what_its_standard_requires()
    {
        using var answer = await site.GetAsync("/stories/feed.json");
        using var feed = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Stop));

        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(feed.RootElement.GetProperty("title").GetString()!);
        Assert.All(feed.RootElement.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.NotEmpty(item.GetProperty("id").GetString()!);
            Assert.NotEmpty(item.GetProperty("content_text").GetString()!);
            Assert.True(Uri.TryCreate(item.GetProperty("url").GetString(), UriKind.Absolute, out _));
        });
    }

    [Fact]
    public async Task A_feed_of_one_topic_holds_stories_of_that_topic_only()
    {
        var feed = XDocument.Parse(await site.TextAsync("/stories/feed.xml?topic=food-access")).Root!;

        Assert.NotEmpty(feed.Elements(Atom + "entry"));
        Assert.All(feed.Elements(Atom + "entry"), entry => Assert.Contains("food-access", entry.Elements(Atom + "category").Select(c => c.Attribute("term")!.Value)));
    }

    [Fact]
    public async Task A_feed_of_no_known_topic_is_not_found()
    {
        using var answer = await site.GetAsync("/stories/feed.json?topic=no-such-topic");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/stories/feed.xml?topic=metrics")]
    [InlineData("/stories/feed.json?topic=metrics")]
    public async Task A_reader_that_has_the_feed_already_is_told_so(string path)
    {
        using var first = await site.GetAsync(path);
        Assert.NotNull(first.Content.Headers.LastModified);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var answer = await site.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }
}
