using System.Linq.Expressions;
using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>Makes an idea, or an edit of one, of what was written: once, however often the button is pressed.</summary>
sealed class Proposing(AppDb db, TimeProvider clock)
{
    const int Tries = 20;
    const int MostADay = 50;

    /// <param name="id">Given by the form, so that a second press finds what the first one made.</param>
    /// <returns>The slug of the idea.</returns>
    public async Task<string> ProposeAsync(Guid id, WrittenIdea written, List<Guid> stories, Member me, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            // Another request may have taken the slug or proposed this very idea: look afresh each time.
            db.ChangeTracker.Clear();
            if (await db.Ideas.Where(i => i.Id == id).Select(i => new { i.Slug, i.ProposedById }).SingleOrDefaultAsync(cancellationToken) is { } done)
            {
                if (done.ProposedById == me.Id)
                    return done.Slug;
                id = Guid.CreateVersion7();
            }
            var now = clock.GetUtcNow();
            var since = now.AddDays(-1);
            if (await db.Ideas.CountAsync(i => i.ProposedById == me.Id && i.ProposedAt > since, cancellationToken) >= MostADay)
                throw new RuleBrokenException("You have proposed 50 ideas within a day, and that is as many as we take. Come back tomorrow.");
            var proposer = await db.Members.SingleAsync(m => m.Id == me.Id, cancellationToken);
            var slug = await db.FreeIdeaSlugAsync(written.Content.Words.Title, null, cancellationToken);
            var idea = new Idea(proposer, written.Content, slug, now, id);
            Claim(idea, written.Standing, proposer, now);
            await ShowAsync(idea, stories, cancellationToken);
            db.AddRange(idea, new IdeaSlug(slug, idea.Id));
            await FinishDraftsAsync(d => d.Id == id, me, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return slug;
            }
            catch (DbUpdateException) when (tried < Tries)
            {
            }
        }
    }

    /// <exception cref="StaleEditException">Somebody else changed the idea meanwhile.</exception>
    public async Task<string> ChangeAsync(Guid id, Guid draftId, WrittenIdea written, List<Guid> stories, int seenVersion, Member me, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            db.ChangeTracker.Clear();
            var by = await db.Members.SingleAsync(m => m.Id == me.Id, cancellationToken);
            var idea = await db.Ideas.Include(i => i.Labels).Include(i => i.Steps).Include(i => i.Stories).SingleAsync(i => i.Id == id, cancellationToken);
            var (title, now) = (idea.Title, clock.GetUtcNow());
            if (IdeaParts.Changes(idea.Content, written.Content).Count > 0 || seenVersion != idea.Version)
                idea.Edit(written.Content, by, seenVersion, now);
            if (idea.Title != title)
                await db.MoveAsync(idea, cancellationToken);
            Claim(idea, written.Standing, by, now);
            await ShowAsync(idea, stories, cancellationToken);
            await FinishDraftsAsync(d => d.Id == draftId && d.IdeaId == id, me, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return idea.Slug;
            }
            catch (DbUpdateException) when (tried < Tries)
            {
                // A lost race: the next look finds the other's version and says so.
            }
        }
    }

    /// <summary>What the writer sees among its stories is what they decide on; a hidden or withdrawn one stays as it is.</summary>
    async Task ShowAsync(Idea idea, List<Guid> stories, CancellationToken cancellationToken)
    {
        var there = idea.Stories.Select(s => s.StoryId).ToList();
        foreach (var gone in await db.Stories.Public().Where(s => there.Contains(s.Id) && !stories.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken))
            idea.IsNoLongerToldBy(gone);
        foreach (var story in await db.Stories.Where(s => stories.Contains(s.Id)).ToListAsync(cancellationToken))
            idea.IsToldBy(story);
    }

    /// <summary>Their text lives on in the idea alone.</summary>
    async Task FinishDraftsAsync(Expression<Func<IdeaDraft, bool>> which, Member me, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.IdeaDrafts.Where(d => d.AuthorId == me.Id).Where(which).ToListAsync(cancellationToken));

    static void Claim(Idea idea, IdeaClaim? claim, Member by, DateTimeOffset now)
    {
        var last = idea.Steps.OrderBy(s => s.ClaimedAt).LastOrDefault();
        if (claim is not null && (claim.Standing != (last?.Standing ?? EvidenceStanding.Idea) || claim.Reason != (last?.Reason ?? "") || claim.References != (last?.References ?? "")))
            idea.Claim(claim.Standing, claim.Reason, claim.References, by, now);
    }
}
