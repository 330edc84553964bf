using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Pages.Stories.Cards;

static class StoryCardEndpoint
{
    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapStoryCards(this IEndpointRouteBuilder app) => app
        .MapMethods("/stories/{slug}/card.png", Reading, async (string slug, AppDb db, HttpContext http) =>
            await db.Stories.Public().Where(s => s.Slug == slug).Select(s => (EvidenceStanding?)s.Standing).FirstOrDefaultAsync(http.RequestAborted) is { } standing
                ? Results.Bytes(StoryCard.Of(standing), "image/png", entityTag: new EntityTagHeaderValue($"\"{standing}-1\""))
                : Results.NotFound())
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute("story/{slug}"));
}
