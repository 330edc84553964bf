using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Spread;

/// <summary>An idea's spread tree with the stories that are told of it.</summary>
sealed record SpreadReading(SpreadTree Tree, IReadOnlyDictionary<Guid, ToldStory> Stories)
{
    public static async Task<SpreadReading> ReadAsync(AppDb db, Guid ideaId, CancellationToken cancellationToken)
    {
        var adaptations = await db.Adaptations.AsNoTracking().Where(a => a.IdeaId == ideaId)
            .Include(a => a.Outcomes.OrderBy(o => o.At)).ToListAsync(cancellationToken);
        var told = adaptations.Select(a => a.StoryId).OfType<Guid>().Distinct().ToList();
        var stories = told.Count == 0 ? [] : await db.Stories.AsNoTracking().Public().Where(s => told.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => new ToldStory(s.Slug, s.Title, s.Standing, s.Language), cancellationToken);
        return new(SpreadTree.Of(adaptations, stories.ToDictionary(s => s.Key, s => s.Value.Standing)), stories);
    }

    public ToldStory? StoryOf(SpreadTree.Node node) => Stories.GetValueOrDefault(node.Adaptation.StoryId ?? Guid.Empty);
}

sealed record ToldStory(string Slug, string Title, EvidenceStanding Standing, string Language);
