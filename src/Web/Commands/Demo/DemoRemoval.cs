using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>
/// Takes everything invented away. First out of sight, which tells the index, the feeds and the cache; then for good.
/// Stopped half-way, it goes on where it was when it is run again.
/// A room's log has no gaps, so what was said there stays as an empty place by a member without a name.
/// </summary>
sealed class DemoRemoval(IDbContextFactory<AppDb> dbs, TimeProvider clock, Progress progress)
{
    const int BatchSize = 200;

    public async Task<string> RemoveAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await WithdrawAsync(db, cancellationToken);
        await HideAsync(db, cancellationToken);
        await HideIdeasAsync(db, cancellationToken);
        var messages = await EmptyMessagesAsync(cancellationToken);
        var members = await EraseAsync(db, cancellationToken);
        return await db.InTransactionAsync(async () =>
        {
            await DeleteWhatPointsThereAsync(db, cancellationToken);
            await DeleteGatheringsAsync(db, cancellationToken);
            await DeletePactsAsync(db, cancellationToken);
            var ideas = await DeleteIdeasAsync(db, cancellationToken);
            var stories = await Stories(db).ExecuteDeleteAsync(cancellationToken);
            await db.Listings.Where(l => l.Origin == Origin.Demo).ExecuteDeleteAsync(cancellationToken);
            await Members(db).Where(m => !db.Messages.Any(said => said.AuthorId == m.Id)).ExecuteDeleteAsync(cancellationToken);
            return $"removed {members} members, {stories} stories, {ideas} ideas, {messages} messages";
        }, cancellationToken);
    }

    static IQueryable<Member> Members(AppDb db) => db.Members.Where(m => m.Origin == Origin.Demo);

    static IQueryable<Idea> Ideas(AppDb db) => db.Ideas.Where(i => i.Origin == Origin.Demo);

    static IQueryable<Story> Stories(AppDb db) => db.Stories.Where(s => s.Origin == Origin.Demo);

    async Task WithdrawAsync(AppDb db, CancellationToken cancellationToken)
    {
        // The command line acts as an editor, for an invented author may be suspended by now.
        var editor = Member.Invented("demo_removal", "Removal", Origin.Demo, clock.GetUtcNow());
        editor.TakeOn(Duties.Editor);
        var visible = Stories(db).Where(s => s.Withdrawal == null);
        var (all, done) = (await visible.CountAsync(cancellationToken), 0);
        while (await visible.OrderBy(s => s.Id).Take(BatchSize).ToListAsync(cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var story in batch)
                story.Withdraw(editor, WithdrawalReason.AuthorsWish, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress.At((double)(done += batch.Count) / all, done);
        }
    }

    async Task HideAsync(AppDb db, CancellationToken cancellationToken)
    {
        var editor = Member.Invented("demo_removal", "Removal", Origin.Demo, clock.GetUtcNow());
        editor.TakeOn(Duties.Editor);
        foreach (var listing in await db.Listings.Where(l => l.Origin == Origin.Demo && l.Hiding == null).ToListAsync(cancellationToken))
            listing.HideBy(editor, "The demonstration is over.", clock.GetUtcNow());
        foreach (var gathering in await db.Gatherings.Where(g => g.Origin == Origin.Demo && g.Hiding == null).ToListAsync(cancellationToken))
            gathering.HideBy(editor, "The demonstration is over.", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    async Task HideIdeasAsync(AppDb db, CancellationToken cancellationToken)
    {
        var visible = Ideas(db).Where(i => i.Hiding == null);
        while (await visible.OrderBy(i => i.Id).Take(BatchSize).ToListAsync(cancellationToken) is { Count: > 0 } batch)
        {
            batch.ForEach(idea => idea.TakeAlong(clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>With what invented members adapted of other people's ideas, and without what people adapted of theirs: an invented idea takes its tree along.</summary>
    static async Task<int> DeleteIdeasAsync(AppDb db, CancellationToken cancellationToken)
    {
        var (ideas, members) = (Ideas(db).Select(i => i.Id), Members(db).Select(m => m.Id));
        var elsewhere = await db.Adaptations.Where(a => members.Contains(a.MemberId) && !ideas.Contains(a.IdeaId)).GroupBy(a => a.IdeaId)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        foreach (var idea in elsewhere)
            await db.Ideas.Where(i => i.Id == idea.Key).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, x => x.AdaptedCount - idea.Count), cancellationToken);
        await db.Adaptations.Where(a => members.Contains(a.MemberId) || ideas.Contains(a.IdeaId)).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(n => ideas.Contains(n.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.Follows.Where(f => ideas.Contains(f.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => ideas.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.ModerationRecords.Where(r => ideas.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        return await Ideas(db).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>With who comes there.</summary>
    static async Task DeleteGatheringsAsync(AppDb db, CancellationToken cancellationToken)
    {
        var gatherings = db.Gatherings.Where(g => g.Origin == Origin.Demo);
        var ids = gatherings.Select(g => g.Id);
        await db.Notifications.Where(n => ids.Contains(n.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => ids.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.ModerationRecords.Where(r => ids.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await gatherings.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>With their rooms, in which nobody else has been.</summary>
    static async Task DeletePactsAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.Rooms.Where(r => db.Pacts.Any(p => p.RoomId == r.Id && p.Members.All(m => m.Member.Origin == Origin.Demo))).ExecuteDeleteAsync(cancellationToken);
        await db.MentoringWishes.Where(w => w.Member.Origin == Origin.Demo).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Listeners and readers who catch up are told of each, as of every other deletion.</summary>
    async Task<int> EmptyMessagesAsync(CancellationToken cancellationToken)
    {
        List<string> rooms;
        HashSet<Guid> members;
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
        {
            rooms = await db.Rooms.Select(r => r.Slug).ToListAsync(cancellationToken);
            members = await Members(db).Select(m => m.Id).ToHashSetAsync(cancellationToken);
        }
        var emptied = 0;
        foreach (var slug in rooms)
            while (await EmptySomeAsync(slug, members, cancellationToken) is var some and > 0)
                emptied += some;
        return emptied;
    }

    async Task<int> EmptySomeAsync(string slug, HashSet<Guid> invented, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.InTransactionAsync(async () =>
        {
            var room = (await db.Rooms.LockedAsync(slug, cancellationToken))!;
            var batch = await db.Messages.Include(m => m.Reactions).Include(m => m.Mark)
                .Where(m => m.RoomId == room.Id && m.Deletion == null && (m.Author.Origin == Origin.Demo || m.Reactions.Any(r => r.Member.Origin == Origin.Demo)))
                .OrderBy(m => m.Seq).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var message in batch)
                if (invented.Contains(message.AuthorId))
                    message.Forget(message.AuthorId, wordsToo: true, clock.GetUtcNow());
                else
                    foreach (var by in message.Reactions.Select(r => r.MemberId).Where(invented.Contains).Distinct().ToList())
                        message.Forget(by, wordsToo: false, clock.GetUtcNow());
            return batch.Count;
        }, cancellationToken);
    }

    /// <summary>Nobody ever had these handles, so they are free again.</summary>
    async Task<int> EraseAsync(AppDb db, CancellationToken cancellationToken)
    {
        var erased = 0;
        while (await Members(db).Where(m => m.ErasedAt == null).OrderBy(m => m.Id).Take(BatchSize).ToListAsync(cancellationToken) is { Count: > 0 } batch)
        {
            var claims = batch.Select(m => HandleClaim.HashOf(m.Handle)).ToList();
            db.RemoveRange(await db.HandleClaims.Where(c => claims.Contains(c.Hash)).ToListAsync(cancellationToken));
            batch.ForEach(m => m.Erase(clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            erased += batch.Count;
        }
        return erased;
    }

    /// <summary>Rows that name a story, comment or member without a foreign key that would take them along.</summary>
    static async Task DeleteWhatPointsThereAsync(AppDb db, CancellationToken cancellationToken)
    {
        var stories = Stories(db).Select(s => s.Id);
        var members = Members(db).Select(m => m.Id);
        var comments = db.Comments.Where(c => stories.Contains(c.StoryId) || members.Contains(c.AuthorId)).Select(c => c.Id);
        await db.Notifications.Where(n => stories.Contains(n.SubjectId) || members.Contains(n.SubjectId)
            || (n.ActorId != null && members.Contains(n.ActorId.Value))).ExecuteDeleteAsync(cancellationToken);
        await db.Follows.Where(f => stories.Contains(f.TargetId) || members.Contains(f.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => stories.Contains(r.TargetId) || members.Contains(r.TargetId) || comments.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.ModerationRecords.Where(r => stories.Contains(r.TargetId) || members.Contains(r.TargetId) || comments.Contains(r.TargetId)).ExecuteDeleteAsync(cancellationToken);
        await db.HubTerms.Where(t => members.Contains(t.MemberId)).ExecuteDeleteAsync(cancellationToken);
        await db.HubShares.Where(s => members.Contains(s.ById) || stories.Contains(s.StoryId)).ExecuteDeleteAsync(cancellationToken);
        await db.HubMemberships.Where(m => members.Contains(m.MemberId)).ExecuteDeleteAsync(cancellationToken);
        await db.StoryResponses.Where(r => members.Contains(r.MemberId)).ExecuteDeleteAsync(cancellationToken);
        await db.StoryDrafts.Where(d => d.StoryId != null && stories.Contains(d.StoryId.Value)).ExecuteDeleteAsync(cancellationToken);
        await db.Comments.Where(c => stories.Contains(c.StoryId) || members.Contains(c.AuthorId)).ExecuteDeleteAsync(cancellationToken);
    }
}
