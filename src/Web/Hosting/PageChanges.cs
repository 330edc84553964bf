using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Hosting;

/// <summary>Lets what this node keeps of public pages go when what they show has changed.</summary>
sealed class PageChanges(PageCache pages, PlainWords words, TopicList topics, StoryCounts counts, IdeaCounts ideaCounts, IDbContextFactory<AppDb> dbs) : IOncePerNode
{
    public string Name => "pages";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var changed = events.Select(e => e.What).ToList();
        if (changed.Any(IsOnEveryPage))
        {
            words.Forget();
            topics.Forget();
            counts.Forget();
            ideaCounts.Forget();
            await pages.RenewAllAsync(cancellationToken);
            return;
        }
        var stories = changed.Where(IsOfAStory).Select(e => e.SubjectId).Distinct().ToList();
        var ideas = changed.Where(IdeaEvents.IsOfAnIdea).Select(e => e.SubjectId).Concat(changed.OfType<IdeaMerged>().Select(e => e.IntoId)).Distinct().ToList();
        if (stories.Count + ideas.Count == 0)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (stories.Count > 0)
            await RenewStoriesAsync(db, stories, cancellationToken);
        await RenewIdeasAsync(db, ideas, stories, cancellationToken);
    }

    async Task RenewIdeasAsync(AppDb db, List<Guid> ideas, List<Guid> stories, CancellationToken cancellationToken)
    {
        if (ideas.Count > 0)
        {
            ideaCounts.Forget();
            await pages.RenewAsync(PageArea.Ideas, cancellationToken);
        }
        foreach (var slug in await db.IdeaSlugs.Where(s => ideas.Contains(s.IdeaId)
            || db.Adaptations.Any(a => a.IdeaId == s.IdeaId && a.StoryId != null && stories.Contains(a.StoryId.Value))
            || db.Set<IdeaStory>().Any(told => told.IdeaId == s.IdeaId && stories.Contains(told.StoryId))).Select(s => s.Slug).ToListAsync(cancellationToken))
            await pages.RenewAsync(PageArea.Idea(slug), cancellationToken);
    }

    async Task RenewStoriesAsync(AppDb db, List<Guid> stories, CancellationToken cancellationToken)
    {
        counts.Forget();
        await pages.RenewAsync(PageArea.Stories, cancellationToken);
        foreach (var slug in await db.StorySlugs.Where(s => stories.Contains(s.StoryId)).Select(s => s.Slug).ToListAsync(cancellationToken))
            await pages.RenewAsync(PageArea.Story(slug), cancellationToken);
    }

    // Names of authors, of topics and of hard words stand on many pages.
    static bool IsOnEveryPage(Domain.DomainEvent what) =>
        what is TermChanged or TopicChanged or MemberChanged or MemberErased;

    static bool IsOfAStory(Domain.DomainEvent what) =>
        what is StoryPublished or StoryChanged or StoryWithdrawn or StoryHidden or StoryFeatured or StandingClaimed or StandingConfirmed
            or CommentAdded or CommentChanged or StoryAnswered or StoryResponseTakenBack;
}
