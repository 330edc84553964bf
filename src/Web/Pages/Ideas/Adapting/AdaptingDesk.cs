using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Ideas.Spread;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>Adaptations, found and begun.</summary>
sealed class AdaptingDesk(AppDb db, TimeProvider clock)
{
    const int MostADay = 50;

    public Task<Idea?> IdeaAsync(string slug, Member me, CancellationToken cancellationToken) =>
        db.Ideas.VisibleTo(me).SingleOrDefaultAsync(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id), cancellationToken);

    /// <summary>An adaptation that this member may change, with its idea; null when it is not there or not theirs.</summary>
    public async Task<(Adaptation Adaptation, Idea Idea)?> MineAsync(Guid id, Member me, CancellationToken cancellationToken)
    {
        var adaptation = await db.Adaptations.Include(a => a.Member).Include(a => a.Outcomes.OrderBy(o => o.At)).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (adaptation is null || !adaptation.CanBeChangedBy(me) || await db.Ideas.VisibleTo(me).SingleOrDefaultAsync(i => i.Id == adaptation.IdeaId, cancellationToken) is not { } idea)
            return null;
        return (adaptation, idea);
    }

    /// <summary>Those they can have learned from: all of the tree but this one and whoever learned from it.</summary>
    public async Task<IReadOnlyList<SpreadTree.Node>> TeachersAsync(Guid ideaId, Guid? adaptationId, CancellationToken cancellationToken)
    {
        var tree = (await SpreadReading.ReadAsync(db, ideaId, cancellationToken)).Tree;
        HashSet<Guid> pupils = adaptationId is { } id ? [id] : [];
        List<SpreadTree.Node> teachers = [];
        foreach (var node in tree.All)
            if (pupils.Contains(node.Adaptation.Id) || node.From is { } from && pupils.Contains(from.Adaptation.Id))
                pupils.Add(node.Adaptation.Id);
            else
                teachers.Add(node);
        return teachers;
    }

    /// <param name="id">Given by the form, so that a second press finds what the first one made; of a thing taken home from a visit, a teammate's press too.</param>
    public async Task<Guid> BeginAsync(Guid id, Idea idea, Guid? fromId, AdaptationPlan plan, Listing? listing, Member me, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        if (await db.Adaptations.AnyAsync(a => a.Id == id, cancellationToken))
            return id;
        if (await db.Adaptations.CountAsync(a => a.MemberId == me.Id && a.StartedAt > since, cancellationToken) >= MostADay)
            throw new RuleBrokenException("You have recorded 50 adaptations within a day, and that is as many as we take. Come back tomorrow.");
        var from = fromId is { } teacher ? await db.Adaptations.SingleOrDefaultAsync(a => a.Id == teacher, cancellationToken) : null;
        var adaptation = new Adaptation(idea, from, me, plan, now, id);
        adaptation.IsTriedBy(listing, me);
        try
        {
            await db.InTransactionAsync(async () =>
            {
                db.Adaptations.Add(adaptation);
                await db.SaveChangesAsync(cancellationToken);
                // In the database, for two may come at once.
                return await db.Ideas.Where(i => i.Id == idea.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, x => x.AdaptedCount + 1), cancellationToken);
            }, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form came twice at once, and the other was quicker.
            db.ChangeTracker.Clear();
            if (!await db.Adaptations.AnyAsync(a => a.Id == id, cancellationToken))
                throw;
        }
        return id;
    }

    /// <summary>The story tells the adaptation, and so shows the idea at work.</summary>
    public async Task LinkAsync(Adaptation adaptation, Guid? storyId, Member by, CancellationToken cancellationToken)
    {
        var story = storyId is { } id ? await db.Stories.VisibleTo(by).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) : null;
        adaptation.IsToldBy(story, by);
        if (story is not null)
            (await db.Ideas.Include(i => i.Stories).SingleAsync(i => i.Id == adaptation.IdeaId, cancellationToken)).IsToldBy(story);
    }
}
