using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>Lets what this node keeps of the pages of ideas go when an idea, or a story that tells of it, has changed.</summary>
sealed class IdeaChanges(PageCache pages, IdeaCounts counts, IDbContextFactory<AppDb> dbs) : IOncePerNode
{
    public string Name => "idea-pages";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var changed = events.Select(e => e.What).ToList();
        var ideas = changed.Where(IdeaEvents.IsOfAnIdea).Select(e => e.SubjectId).Concat(changed.OfType<IdeaMerged>().Select(e => e.IntoId)).ToHashSet();
        // Who withdraws a story becomes a node without a name.
        var stories = changed.Where(e => e is StoryChanged or StoryWithdrawn or StoryHidden or StandingConfirmed).Select(e => e.SubjectId).ToHashSet();
        if (ideas.Count + stories.Count == 0)
            return;
        if (ideas.Count > 0)
        {
            counts.Forget();
            // Hubs and communities show theirs.
            foreach (var area in new[] { PageArea.Ideas, PageArea.Hubs, PageArea.Communities })
                await pages.RenewAsync(area, cancellationToken);
        }
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var slugs = await db.IdeaSlugs.Where(s => ideas.Contains(s.IdeaId)
            || db.Adaptations.Any(a => a.IdeaId == s.IdeaId && a.StoryId != null && stories.Contains(a.StoryId.Value))
            || db.Set<IdeaStory>().Any(told => told.IdeaId == s.IdeaId && stories.Contains(told.StoryId))).Select(s => s.Slug).ToListAsync(cancellationToken);
        foreach (var slug in slugs)
            await pages.RenewAsync(PageArea.Idea(slug), cancellationToken);
    }
}
