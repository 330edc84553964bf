using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>What a member writes about ideas, found, begun and kept. Somebody else's draft and no draft are the same: null.</summary>
sealed class IdeaDrafts(AppDb db, TimeProvider clock)
{
    public IQueryable<IdeaDraft> Of(Member me) => db.IdeaDrafts.Where(d => d.AuthorId == me.Id && d.DiscardedAt == null);

    public Task<IdeaDraft?> FindAsync(Guid id, Member me, CancellationToken cancellationToken) =>
        db.IdeaDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == me.Id, cancellationToken);

    /// <summary>The latest edit of this idea that I began.</summary>
    public Task<IdeaDraft?> OfEditAsync(Guid ideaId, Member me, CancellationToken cancellationToken) =>
        Of(me).Where(d => d.IdeaId == ideaId).OrderByDescending(d => d.SavedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>My draft of that id, begun when there is none; null when the id is not mine to use, or became an idea already.</summary>
    /// <param name="ideaId">The idea that a new draft is an edit of.</param>
    /// <exception cref="RuleBrokenException">There are too many drafts.</exception>
    public async Task<IdeaDraft?> OpenAsync(Guid id, Member me, Guid? ideaId, int seenVersion, CancellationToken cancellationToken)
    {
        var draft = await db.IdeaDrafts.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (draft is not null)
            return draft.AuthorId == me.Id ? draft : null;
        if (id == Guid.Empty || await db.Ideas.AnyAsync(i => i.Id == id, cancellationToken))
            return null;
        if (ideaId is not null && (await db.Ideas.VisibleTo(me).SingleOrDefaultAsync(i => i.Id == ideaId, cancellationToken))?.CanBeEditedBy(me) != true)
            return null;
        if (await Of(me).CountAsync(cancellationToken) >= IdeaDraft.MostPerMember)
            throw new RuleBrokenException($"You have {IdeaDraft.MostPerMember} drafts of ideas, and that is as many as we keep. Propose or delete one first.");
        draft = new(id, me.Id, ideaId, seenVersion, clock.GetUtcNow());
        db.IdeaDrafts.Add(draft);
        return draft;
    }

    /// <summary>Keeps what is in the form; null when that cannot be.</summary>
    public async Task<IdeaDraft?> KeepAsync(Guid id, Member me, Guid? ideaId, int seenVersion, IdeaForm form, int turn, CancellationToken cancellationToken)
    {
        var draft = await OpenAsync(id, me, ideaId, seenVersion, cancellationToken);
        draft?.BringBack();
        draft?.Save(FormFields<IdeaForm>.Of(form), Math.Max(turn, draft.Turn) + 1, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return draft;
    }
}
