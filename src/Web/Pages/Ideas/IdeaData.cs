using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>Ideas a member proposed, what they began to write, what they adapted and told of it, and their list to try.</summary>
sealed class IdeaData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "ideas";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var ideas = await db.Ideas.AsNoTracking().Where(i => i.ProposedById == memberId).OrderBy(i => i.ProposedAt)
            .Select(i => new { What = "idea", i.Slug, i.Title, i.ProposedAt, i.ChangedAt, i.Content }).ToListAsync(cancellationToken);
        var adaptations = await db.Adaptations.AsNoTracking().Where(a => a.MemberId == memberId).Include(a => a.Outcomes).OrderBy(a => a.StartedAt).ToListAsync(cancellationToken);
        var slugs = await SlugsAsync(adaptations.Select(a => a.IdeaId), cancellationToken);
        var kept = await db.IdeasToTry.AsNoTracking().Where(k => k.MemberId == memberId).OrderBy(k => k.At)
            .Select(k => new { What = "to try", Idea = db.Ideas.Single(i => i.Id == k.IdeaId).Slug, k.Note, k.At }).ToListAsync(cancellationToken);
        var drafts = await db.IdeaDrafts.AsNoTracking().Where(d => d.AuthorId == memberId).OrderBy(d => d.SavedAt).ToListAsync(cancellationToken);
        return
        [
            .. ideas,
            .. drafts.Select(d => new { What = "draft", d.SavedAt, d.Fields }),
            .. adaptations.Select(a => new { What = "adaptation", Idea = slugs.GetValueOrDefault(a.IdeaId), a.Plan, a.StartedAt, a.WithdrawnAt, Outcomes = a.Outcomes.Select(o => new { o.Result, o.Told, o.At }) }),
            .. kept,
        ];
    }

    /// <summary>An idea that others adapted is theirs too and stays, as by "a member"; of an adaptation the node stays, so that those who learned from it keep their place.</summary>
    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.IdeasToTry.Where(k => k.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.IdeaDrafts.Where(d => d.AuthorId == memberId).ExecuteDeleteAsync(cancellationToken);
        if (stays == WhatStays.UnderNoName)
            return;
        foreach (var adaptation in await db.Adaptations.Include(a => a.Outcomes).Where(a => a.MemberId == memberId).ToListAsync(cancellationToken))
            adaptation.Erase(clock.GetUtcNow());
        foreach (var idea in await db.Ideas.Where(i => i.ProposedById == memberId && i.Hiding == null && i.Merging == null
            && !db.Adaptations.Any(a => a.IdeaId == i.Id && a.MemberId != memberId)).ToListAsync(cancellationToken))
            idea.TakeAlong(clock.GetUtcNow());
    }

    Task<Dictionary<Guid, string>> SlugsAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        db.Ideas.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Slug, cancellationToken);
}
