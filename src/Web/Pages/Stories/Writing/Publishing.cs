using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>
/// Turns a draft into a story or into an edit of one, once: the story takes the draft's id, and the draft remembers what
/// became of it, so a second press of the button finds what the first one made.
/// </summary>
sealed class Publishing(AppDb db, TimeProvider clock)
{
    const int Tries = 20;

    /// <returns>The slug of the story.</returns>
    /// <exception cref="StaleEditException">Somebody else changed the story meanwhile.</exception>
    public async Task<string> PublishAsync(StoryDraft draft, WrittenStory reading, Member me, CancellationToken cancellationToken)
    {
        if (!me.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot publish for now. Your text is kept.");
        var (id, storyId, seen) = (draft.Id, draft.StoryId, draft.SeenVersion);
        for (var tried = 1; ; tried++)
        {
            // Another request may have taken the slug, published this draft or changed the story: look afresh each time.
            db.ChangeTracker.Clear();
            var author = await db.Members.SingleAsync(m => m.Id == me.Id, cancellationToken);
            if (await PublishedAsync(id, author, cancellationToken) is { } done)
                return done;
            var story = storyId is { } known
                ? await ChangeAsync(known, reading, seen, author, cancellationToken)
                : await BeginAsync(id, reading, author, cancellationToken);
            await FinishDraftAsync(id, story, author, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return story.Slug;
            }
            catch (DbUpdateException) when (tried < Tries)
            {
            }
        }
    }

    Task<string?> PublishedAsync(Guid draftId, Member author, CancellationToken cancellationToken) => db.StoryDrafts
        .Where(d => d.Id == draftId && d.AuthorId == author.Id && d.PublishedAt != null)
        .Join(db.Stories, d => d.StoryId, s => s.Id, (_, s) => s.Slug)
        .SingleOrDefaultAsync(cancellationToken);

    async Task<Story> BeginAsync(Guid id, WrittenStory reading, Member author, CancellationToken cancellationToken)
    {
        FirstDay.AllowStory(author, await db.Stories.CountAsync(s => s.AuthorId == author.Id, cancellationToken), clock.GetUtcNow());
        var slug = await FreeSlugAsync(reading.Content, null, cancellationToken);
        var story = new Story(author, reading.Content, slug, clock.GetUtcNow(), id);
        db.Stories.Add(story);
        db.StorySlugs.Add(new(slug, story.Id));
        Claim(story, reading.Standing, author);
        return story;
    }

    async Task<Story> ChangeAsync(Guid id, WrittenStory reading, int seenVersion, Member author, CancellationToken cancellationToken)
    {
        var story = await db.Stories.Include(s => s.Labels).Include(s => s.Steps).Include(s => s.Consents).SingleAsync(s => s.Id == id, cancellationToken);
        var retitled = story.Title != reading.Content.Words.Title;
        story.Edit(reading.Content, author, seenVersion, clock.GetUtcNow());
        if (retitled)
            await MoveAsync(story, cancellationToken);
        Claim(story, reading.Standing, author);
        return story;
    }

    /// <summary>The address follows the title; the old one goes on leading here.</summary>
    public async Task MoveAsync(Story story, CancellationToken cancellationToken)
    {
        var slug = await FreeSlugAsync(story.Content, story.Id, cancellationToken);
        if (slug == story.Slug)
            return;
        story.MoveTo(slug);
        if (!await db.StorySlugs.AnyAsync(s => s.Slug == slug, cancellationToken))
            db.StorySlugs.Add(new(slug, story.Id));
    }

    async Task<string> FreeSlugAsync(StoryContent content, Guid? storyId, CancellationToken cancellationToken)
    {
        var wanted = Slug.From(content.Words.Title, "story");
        // All that begin like it, in one look: there may be hundreds of "our garden".
        var stem = Slug.Numbered(wanted, 9_999)[..^5];
        var taken = await db.StorySlugs.Where(s => s.Slug.StartsWith(stem) && (storyId == null || s.StoryId != storyId))
            .Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !taken.Contains(slug))
                return slug;
    }

    void Claim(Story story, StandingClaim? claim, Member author)
    {
        var last = story.Steps.OrderBy(s => s.ClaimedAt).LastOrDefault();
        if (claim is not null && (claim.Standing != (last?.Standing ?? EvidenceStanding.Idea) || claim.Reason != (last?.Reason ?? "")))
            story.Claim(claim.Standing, claim.Reason, author, clock.GetUtcNow());
    }

    async Task FinishDraftAsync(Guid id, Story story, Member author, CancellationToken cancellationToken)
    {
        var draft = await db.StoryDrafts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (draft is null)
            db.StoryDrafts.Add(draft = new(author.Id, clock.GetUtcNow(), id));
        draft.Became(story.Id, clock.GetUtcNow());
    }
}
