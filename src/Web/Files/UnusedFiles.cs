using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Files;

/// <summary>
/// Lets uploads go that no story, draft, former version, message or profile uses any more. What came or was used again within a
/// day stays, so that a form that is still open loses nothing.
/// </summary>
sealed class UnusedFiles(IDbContextFactory<AppDb> dbs, WriteGate gate, FileFolder folder, TimeProvider clock, ILogger<UnusedFiles> log) : RegularWork(TimeSpan.FromHours(1), clock, log)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    const int AtOnce = 200;

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var old = Clock.GetUtcNow() - Kept;
        var candidates = await db.Files.Where(f => f.At < old).Select(f => f.Hash).ToListAsync(cancellationToken);
        if (candidates.Count > 0)
        {
            var used = await UsedAsync(db, cancellationToken);
            foreach (var unused in candidates.Where(hash => !used.Contains(hash)).Chunk(AtOnce))
            {
                using var turn = await gate.EnterAsync(cancellationToken);
                // Whoever took one into use meanwhile has renewed it.
                folder.Forget(unused);
                await db.Files.Where(f => unused.Contains(f.Hash) && f.At < old).ExecuteDeleteAsync(cancellationToken);
            }
        }
        if (db is SqliteAppDb)
            await folder.SweepAsync(old.UtcDateTime, hash => db.Files.AnyAsync(f => f.Hash == hash, cancellationToken), cancellationToken);
    }

    /// <summary>In the order in which an upload moves (draft, story, former version), so that none slips past between two looks.</summary>
    static async Task<HashSet<string>> UsedAsync(AppDb db, CancellationToken cancellationToken)
    {
        HashSet<string> used = [];
        await foreach (var draft in db.StoryDrafts.Select(d => new { d.Pictures, d.VideoFile }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Add(used, draft.Pictures, draft.VideoFile);
        await foreach (var story in db.Stories.Select(s => s.Content).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Add(used, story.Pictures, story.Video?.File);
        await foreach (var revision in db.Set<Domain.Stories.StoryRevision>().Select(r => r.Content).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Add(used, revision.Pictures, revision.Video?.File);
        used.UnionWith(await db.MessageFiles.Where(f => db.Messages.Any(m => m.Id == f.MessageId && m.Deletion == null)).Select(f => f.File).ToListAsync(cancellationToken));
        used.UnionWith(await db.Members.Where(m => m.Profile.Picture != null).Select(m => m.Profile.Picture!).ToListAsync(cancellationToken));
        return used;
    }

    static void Add(HashSet<string> used, IEnumerable<Domain.Stories.StoryPicture> pictures, string? video)
    {
        foreach (var picture in pictures)
        {
            used.Add(picture.File);
            if (picture.Small is { } small)
                used.Add(small);
        }
        if (video is not null)
            used.Add(video);
    }
}
