using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Pages.Stories.Feeds;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>The newest stories of one hub, as feed readers get them.</summary>
static class HubFeedEndpoints
{
    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapHubFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "feed.xml", Atom.MediaType, Atom.Write);
        Map(app, "feed.json", JsonFeed.MediaType, JsonFeed.Write);
    }

    static void Map(IEndpointRouteBuilder app, string file, string mediaType, Func<StoryFeed, string, byte[]> write) => app
        .MapMethods("/hubs/{slug}/" + file, Reading, async (
            HttpContext http, string slug, AppDb db, PageFrame frame, HubList hubs, IStringLocalizer<HubsText> text, IStringLocalizer<StoriesText> words, IConfiguration settings) =>
        {
            if (!(await hubs.GetAsync()).BySlug.TryGetValue(slug, out var hub))
                return await db.PresentAddressAsync(slug, http.RequestAborted) is { } now ? Results.Redirect($"{now}/{file}", permanent: true) : Results.NotFound();
            var feed = await StoryFeed.OfAsync(text["FeedTitle", hub.In(PageFrame.Language).Name], HubAddress.Of(slug),
                db.Stories.Public().InHubs([hub], db.HubShares), frame.Absolute("/", settings), words, http.RequestAborted);
            return StoryFeedEndpoints.Send(feed, write(feed, frame.Here), mediaType);
        })
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute(PageArea.Hubs));
}
