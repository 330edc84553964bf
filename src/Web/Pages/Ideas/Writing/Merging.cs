using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>Makes one idea of two that say the same: addresses, adaptations, stories, lists and followers go along.</summary>
sealed class Merging(AppDb db, TimeProvider clock)
{
    public Task<string> MergeAsync(Guid fromId, Guid intoId, string reason, Member editor, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var from = await db.Ideas.Include(i => i.Stories).SingleAsync(i => i.Id == fromId, cancellationToken);
        var into = await db.Ideas.Include(i => i.Stories).SingleAsync(i => i.Id == intoId, cancellationToken);
        from.MergeInto(into, editor, now);
        foreach (var slug in await db.IdeaSlugs.Where(s => s.IdeaId == fromId).ToListAsync(cancellationToken))
            slug.LeadTo(intoId);
        var adaptations = await db.Adaptations.Where(a => a.IdeaId == fromId).ToListAsync(cancellationToken);
        foreach (var adaptation in adaptations)
            adaptation.MoveTo(into);
        var told = from.Stories.Select(s => s.StoryId).ToList();
        foreach (var story in await db.Stories.Where(s => told.Contains(s.Id)).ToListAsync(cancellationToken))
            into.IsToldBy(story);
        await MoveListsAsync(fromId, intoId, now, cancellationToken);
        db.ModerationRecords.Add(new(editor.Id, ModerationAct.Merged, ReportedKind.Idea, fromId, reason, now));
        await db.SaveChangesAsync(cancellationToken);
        await db.Ideas.Where(i => i.Id == intoId).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, x => x.AdaptedCount + adaptations.Count), cancellationToken);
        return into.Slug;
    }, cancellationToken);

    async Task MoveListsAsync(Guid fromId, Guid intoId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keepers = await db.IdeasToTry.Where(k => k.IdeaId == intoId).Select(k => k.MemberId).ToHashSetAsync(cancellationToken);
        foreach (var kept in await db.IdeasToTry.Where(k => k.IdeaId == fromId).ToListAsync(cancellationToken))
        {
            db.Remove(kept);
            if (!keepers.Add(kept.MemberId))
                continue;
            var moved = new IdeaToTry(kept.MemberId, intoId, kept.At);
            moved.Remember(kept.Note);
            db.Add(moved);
        }
        var followers = await db.Follows.Where(f => f.Kind == FollowedKind.Idea && f.TargetId == intoId).Select(f => f.MemberId).ToHashSetAsync(cancellationToken);
        foreach (var follow in await db.Follows.Where(f => f.Kind == FollowedKind.Idea && f.TargetId == fromId).ToListAsync(cancellationToken))
        {
            db.Remove(follow);
            if (followers.Add(follow.MemberId))
                db.Add(new Follow(follow.MemberId, FollowedKind.Idea, intoId, now));
        }
    }
}
