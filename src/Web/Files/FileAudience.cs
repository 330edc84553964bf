using HealthDoers.Domain.Members;
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

    async Task<bool> IsForAsync(KnownFile file, Member viewer, CancellationToken cancellationToken)
    {
        if (viewer.IsEditor || viewer.Id == file.OwnerId)
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
