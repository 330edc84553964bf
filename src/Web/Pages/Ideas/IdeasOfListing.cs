using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>What a community or initiative has to do with ideas, by what it tries and by the stories it tells.</summary>
/// <param name="Given">Its stories tell where these come from or how they went.</param>
/// <param name="Adapted">It made these its own.</param>
sealed record IdeasOfListing(IReadOnlyList<IdeaRow> Given, IReadOnlyList<IdeaRow> Adapted)
{
    const int Most = 12;

    public static async Task<IdeasOfListing> ReadAsync(AppDb db, Guid listingId, CancellationToken cancellationToken)
    {
        var stories = db.Stories.Public().Where(s => s.ListingId == listingId).Select(s => s.Id);
        var adapted = db.Ideas.Public().Where(i => db.Adaptations.Any(a => a.IdeaId == i.Id && a.WithdrawnAt == null
            && (a.ListingId == listingId || a.StoryId != null && stories.Contains(a.StoryId.Value))));
        var given = db.Ideas.Public().Where(i => i.Stories.Any(told => stories.Contains(told.StoryId)) && !adapted.Any(other => other.Id == i.Id));
        return new(
            await given.MostAdapted().Take(Most).ToRowsAsync(db, PageFrame.Language, cancellationToken),
            await adapted.MostAdapted().Take(Most).ToRowsAsync(db, PageFrame.Language, cancellationToken));
    }
}
