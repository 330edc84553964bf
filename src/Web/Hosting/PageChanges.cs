using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Resources;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Hosting;

/// <summary>Lets what this node keeps of public pages go when what they show has changed.</summary>
sealed class PageChanges(PageCache pages, PlainWords words, TopicList topics, StoryCounts counts, HubList hubs, IDbContextFactory<AppDb> dbs) : IOncePerNode
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
            hubs.Forget();
            await pages.RenewAllAsync(cancellationToken);
            return;
        }
        if (changed.Any(what => what is HubEvent || IsOfAStory(what) || IsOfAListing(what)))
        {
            hubs.Forget();
            await pages.RenewAsync(PageArea.Hubs, cancellationToken);
        }
        // Profiles show stories, and the home page shows people.
        if (changed.Any(what => IsOfAListing(what) || IsOfAStory(what)))
            await pages.RenewAsync(PageArea.Communities, cancellationToken);
        if (changed.Any(what => what is SpotlightShown or SpotlightAnswered))
            await pages.RenewAsync(PageArea.Stories, cancellationToken);
        var stories = changed.Where(IsOfAStory).Select(e => e.SubjectId).Distinct().ToList();
        if (stories.Count == 0)
            return;
        counts.Forget();
        await pages.RenewAsync(PageArea.Stories, cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        foreach (var slug in await db.StorySlugs.Where(s => stories.Contains(s.StoryId)).Select(s => s.Slug).ToListAsync(cancellationToken))
            await pages.RenewAsync(PageArea.Story(slug), cancellationToken);
    }

    // Names of authors, of topics and of hard words stand on many pages.
    static bool IsOnEveryPage(Domain.DomainEvent what) =>
        what is TermChanged or TopicChanged or MemberChanged or MemberErased;

    static bool IsOfAListing(Domain.DomainEvent what) => what is ListingChanged or StewardChanged or ResourceChanged;

    static bool IsOfAStory(Domain.DomainEvent what) =>
        what is StoryPublished or StoryChanged or StoryWithdrawn or StoryHidden or StoryFeatured or StandingClaimed or StandingConfirmed
            or CommentAdded or CommentChanged or StoryAnswered or StoryResponseTakenBack;
}
