using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>What a member writes, found and begun. Somebody else's draft and no draft are the same: null.</summary>
sealed class Drafts(AppDb db, TimeProvider clock)
{
    public IQueryable<StoryDraft> Of(Member me) =>
        db.StoryDrafts.Where(d => d.AuthorId == me.Id && d.PublishedAt == null && d.DiscardedAt == null);

    public Task<StoryDraft?> FindAsync(Guid id, Member me, CancellationToken cancellationToken) =>
        db.StoryDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == me.Id, cancellationToken);

    /// <summary>My draft of that id, begun when there is none; null when the id is not mine to use.</summary>
    /// <param name="storyId">The story that a new draft is an edit of.</param>
    /// <exception cref="RuleBrokenException">There are too many drafts.</exception>
    public async Task<StoryDraft?> OpenAsync(Guid id, Member me, Guid? storyId, int seenVersion, CancellationToken cancellationToken)
    {
        var draft = await db.StoryDrafts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (draft is not null)
            return draft.AuthorId == me.Id ? draft : null;
        if (id == Guid.Empty || await db.Stories.AnyAsync(s => s.Id == id, cancellationToken))
            return null;
        Story? story = null;
        if (storyId is not null)
        {
            story = await db.Stories.VisibleTo(me).SingleOrDefaultAsync(s => s.Id == storyId, cancellationToken);
            if (story is null || !story.CanBeEditedBy(me))
                return null;
        }
        if (await Of(me).CountAsync(cancellationToken) >= StoryDraft.MostPerMember)
            throw new RuleBrokenException($"You have {StoryDraft.MostPerMember} drafts, and that is as many as we keep. Publish or delete one first.");

        draft = new(me.Id, clock.GetUtcNow(), id, story?.Id, seenVersion);
        if (story is not null)
            draft.BeginWith(story.Content);
        db.StoryDrafts.Add(draft);
        return draft;
    }
}
