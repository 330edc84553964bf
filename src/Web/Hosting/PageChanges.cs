using HealthDoers.Domain;
using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// Lets what this node keeps of public pages go when what they show has changed: what was read at once after a commit
/// of its own, the rest and what other nodes did within a second.
/// </summary>
sealed class PageChanges : IOncePerNode
{
    readonly PageCache _pages;
    readonly PlainWords _words;
    readonly TopicList _topics;
    readonly StoryCounts _counts;
    readonly StoryMemory _memory;
    readonly IDbContextFactory<AppDb> _dbs;

    public PageChanges(PageCache pages, PlainWords words, TopicList topics, StoryCounts counts, StoryMemory memory, EventBell bell, IDbContextFactory<AppDb> dbs)
    {
        (_pages, _words, _topics, _counts, _memory, _dbs) = (pages, words, topics, counts, memory, dbs);
        bell.Committed += ForgetWhatWasRead;
    }

    public string Name => "pages";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var changed = events.Select(e => e.What).ToList();
        // Before the stamps are renewed, so that no page made after is made from what was read before.
        ForgetWhatWasRead(changed);
        if (changed.Any(IsOnEveryPage))
        {
            await _pages.RenewAllAsync(cancellationToken);
            return;
        }
        var stories = StoriesIn(changed);
        if (stories.Count == 0)
            return;
        await _pages.RenewAsync(PageArea.Stories, cancellationToken);
        await using var db = await _dbs.CreateDbContextAsync(cancellationToken);
        foreach (var slug in await db.StorySlugs.Where(s => stories.Contains(s.StoryId)).Select(s => s.Slug).ToListAsync(cancellationToken))
            await _pages.RenewAsync(PageArea.Story(slug), cancellationToken);
    }

    // The readings of stories last: their drawings hold words, topics and counts, which are asked for after them.
    void ForgetWhatWasRead(IReadOnlyList<DomainEvent> changed)
    {
        if (changed.Any(IsOnEveryPage))
        {
            _words.Forget();
            _topics.Forget();
            _counts.Forget();
            _memory.ForgetAll();
        }
        else if (StoriesIn(changed) is { Count: > 0 } stories)
        {
            _counts.Forget();
            _memory.Forget(stories);
        }
    }

    static HashSet<Guid> StoriesIn(IEnumerable<DomainEvent> changed) => [.. changed.Where(IsOfAStory).Select(what => what.SubjectId)];

    // Names of authors, of topics and of hard words stand on many pages; a suspended author's page is not open.
    static bool IsOnEveryPage(DomainEvent what) =>
        what is TermChanged or TopicChanged or MemberChanged or MemberErased or MemberSuspended or MemberReinstated;

    static bool IsOfAStory(DomainEvent what) =>
        what is StoryPublished or StoryChanged or StoryWithdrawn or StoryHidden or StoryFeatured or StandingClaimed or StandingConfirmed
            or CommentAdded or CommentChanged or StoryAnswered or StoryResponseTakenBack;
}
