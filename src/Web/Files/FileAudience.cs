using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Files;

/// <summary>
/// Who may see an upload: who sent it, who helps to moderate, and who may see what it stands in. What is withdrawn, hidden
/// or erased takes its pictures along.
/// </summary>
sealed class FileAudience(AppDb db, StoryMemory memory, TimeProvider clock)
{
    public async Task<bool> MaySeeAsync(KnownFile file, Member? viewer, CancellationToken cancellationToken) =>
        await memory.Files.GetAsync(file.Hash, () => IfInAPublicStoryAsync(file, cancellationToken)) is not null
        || await IsAFaceAsync(file.Hash, viewer, cancellationToken)
        || await IsInARoomAsync(file.Hash, viewer, cancellationToken)
        || viewer is not null && await IsForAsync(file, viewer, cancellationToken);

    async Task<KnownFile?> IfInAPublicStoryAsync(KnownFile file, CancellationToken cancellationToken)
    {
        var showing = Showing(db.Stories.Public(), file.Hash);
        // Most pictures were sent by the author of their story, and stories by one author are few.
        return await showing.AnyAsync(s => s.AuthorId == file.OwnerId, cancellationToken) || await showing.AnyAsync(cancellationToken) ? file : null;
    }

    async Task<bool> IsAFaceAsync(string hash, Member? viewer, CancellationToken cancellationToken) =>
        await db.Members.VisibleTo(viewer).AnyAsync(m => m.Profile.Picture == hash, cancellationToken)
        || await db.Spotlights.ShownAt(clock.GetUtcNow()).AnyAsync(s => s.Member.Profile.Picture == hash, cancellationToken);

    /// <summary>Only those who may read a message get what came with it; once it is deleted, nobody.</summary>
    Task<bool> IsInARoomAsync(string hash, Member? viewer, CancellationToken cancellationToken)
    {
        var rooms = db.Rooms.VisibleTo(viewer);
        return db.MessageFiles.AnyAsync(f => f.File == hash && db.Messages.Any(m => m.Id == f.MessageId && m.Deletion == null && rooms.Any(r => r.Id == m.RoomId)), cancellationToken);
    }

    async Task<bool> IsForAsync(KnownFile file, Member viewer, CancellationToken cancellationToken)
    {
        // What was sent to a room is the room's: looking after the site opens no room.
        if (viewer.Id == file.OwnerId || viewer.IsEditor && !await db.MessageFiles.AnyAsync(f => f.File == file.Hash, cancellationToken))
            return true;
        var written = $"%{file.Hash}%";
        return await Showing(db.Stories.VisibleTo(viewer), file.Hash).AnyAsync(cancellationToken)
            || await db.StoryDrafts.AnyAsync(d => d.AuthorId == viewer.Id
                && (d.VideoFile == file.Hash || EF.Functions.Like((string)(object)d.Pictures, written)), cancellationToken);
    }

    // The content is one JSON text, in which the hash stands as it is.
    static IQueryable<Story> Showing(IQueryable<Story> stories, string hash)
    {
        var written = $"%{hash}%";
        return stories.Where(s => EF.Functions.Like((string)(object)s.Content, written));
    }
}
