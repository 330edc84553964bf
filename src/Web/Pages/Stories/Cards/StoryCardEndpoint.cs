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
            await db.Stories.Public().Where(s => db.StorySlugs.Any(known => known.Slug == slug && known.StoryId == s.Id))
                .Select(s => new { s.Slug, s.Standing }).FirstOrDefaultAsync(http.RequestAborted) switch
            {
                null => Results.NotFound(),
                var story when story.Slug != slug => Results.Redirect(StoryAddress.OfCard(story.Slug), permanent: true),
                var story => Results.Bytes(StoryCard.Of(story.Standing), "image/png", entityTag: new EntityTagHeaderValue($"\"{story.Standing}-1\"")),
            })
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute("story/{slug}"));
}
