using System.Security.Cryptography;
using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Pages.Ideas.Feeds;

/// <summary>The newest ideas for feed readers.</summary>
static class IdeaFeedEndpoints
{
    const int Most = 30;

    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapIdeaFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "/ideas/feed.xml", Atom.MediaType, Atom.Write);
        Map(app, "/ideas/feed.json", JsonFeed.MediaType, JsonFeed.Write);
    }

    static void Map(IEndpointRouteBuilder app, string path, string mediaType, Func<StoryFeed, string, byte[]> write) => app
        .MapMethods(path, Reading, async (HttpContext http, AppDb db, PageFrame frame, IStringLocalizer<IdeasText> text, IConfiguration settings) =>
        {
            var feed = await ReadAsync(frame.Absolute("/", settings), db, text, http.RequestAborted);
            var body = write(feed, frame.Here);
            // Weak: the same feed is sent in several encodings.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}\"", isWeak: true);
            return Results.Bytes(body, mediaType, lastModified: feed.Updated, entityTag: tag);
        })
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute(PageArea.Ideas));

    static async Task<StoryFeed> ReadAsync(Uri site, AppDb db, IStringLocalizer<IdeasText> text, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var entries = await (
            from i in db.Ideas.AsNoTracking().Public().Newest().Take(Most)
            from t in i.Translations.Where(t => t.Language == language).DefaultIfEmpty()
            select new StoryFeed.Entry(
                i.Id, i.Slug, t == null ? i.Title : t.Title, t == null ? i.Summary : t.Summary, t == null ? i.Language : language,
                i.ProposedBy.Name, i.ProposedAt, i.ChangedAt,
                i.Labels.Where(l => l.Kind == IdeaLabelKind.Topic).Select(l => l.Value).ToList())
            { Path = "/ideas/" + i.Slug }
        ).ToListAsync(cancellationToken);
        return new(text["FeedTitle"], site, "/ideas", language, entries.Select(e => e.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), entries);
    }
}
