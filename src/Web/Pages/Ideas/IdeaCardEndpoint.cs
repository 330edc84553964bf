using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Stories.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Pages.Ideas;

static class IdeaCardEndpoint
{
    static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>The picture for shared links: the sun as far as the evidence goes, as for stories.</summary>
    public static void MapIdeaCards(this IEndpointRouteBuilder app) => app
        .MapMethods("/ideas/{slug}/card.png", Reading, async (string slug, AppDb db, HttpContext http) =>
            await db.Ideas.Public().Where(i => i.Slug == slug).Select(i => (EvidenceStanding?)i.Standing).FirstOrDefaultAsync(http.RequestAborted) is { } standing
                ? Results.Bytes(StoryCard.Of(standing), "image/png", entityTag: new EntityTagHeaderValue($"\"{standing}-1\""))
                : Results.NotFound())
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute("idea/{slug}"));
}
