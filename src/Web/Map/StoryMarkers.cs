using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>Stories that say where they happened.</summary>
sealed class StoryMarkers(Atlas atlas) : IMappable
{
    public IQueryable<Guid> All(AppDb db) => db.Stories.Public().Where(s => s.PlaceName != null).Select(s => s.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events
            .Where(e => e is StoryPublished or StoryChanged or StoryWithdrawn or StoryHidden or StandingConfirmed)
            .Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var stories = await db.Stories.AsNoTracking().Public().Where(s => ids.Contains(s.Id) && s.PlaceName != null)
            .Select(s => new { s.Id, s.Slug, s.Title, s.Summary, s.Language, s.Organisation, s.Standing, s.PublishedAt, s.Content }).ToListAsync(cancellationToken);
        var markers = new List<Marker>(stories.Count);
        foreach (var story in stories)
        {
            var told = story.Content.Place!;
            if (await atlas.ShownAsync(told.Name, told.Latitude, told.Longitude, cancellationToken) is not { } place)
                continue;
            markers.Add(new(story.Id, [MapLayer.BrightSpot], story.Title, story.Summary, StoryAddress.Of(story.Slug), place, story.PublishedAt)
            {
                Topics = story.Content.Topics,
                Standing = story.Standing,
                Keywords = string.Join(' ', [story.Organisation, .. story.Content.Partners]),
                Language = story.Language,
            });
        }
        return markers;
    }
}
