using System.Security.Cryptography;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Pages.Stories.Feeds;

static class StoryFeedEndpoints
{
    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapStoryFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "/stories/feed.xml", Atom.MediaType, Atom.Write);
        Map(app, "/stories/feed.json", JsonFeed.MediaType, JsonFeed.Write);
    }

    static void Map(IEndpointRouteBuilder app, string path, string mediaType, Func<StoryFeed, string, byte[]> write) => app
        .MapMethods(path, Reading, async (
            HttpContext http, string? topic, AppDb db, PageFrame frame, TopicList topics, IStringLocalizer<StoriesText> text, IConfiguration settings) =>
        {
            var feed = await StoryFeed.ReadAsync(topic, frame.Absolute("/", settings), db, topics, text, http.RequestAborted);
            return feed is null ? Results.NotFound() : Send(feed, write(feed, frame.Here), mediaType);
        })
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute(PageArea.Stories));

    public static IResult Send(StoryFeed feed, byte[] body, string mediaType)
    {
        // Weak: the same feed is sent in several encodings.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}\"", isWeak: true);
        return Results.Bytes(body, mediaType, lastModified: feed.Updated, entityTag: tag);
    }
}
