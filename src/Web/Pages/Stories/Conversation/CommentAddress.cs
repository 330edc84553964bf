using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

static class CommentAddress
{
    /// <summary>A comment that is there, under a story this member may read, with that story's slug.</summary>
    public static async Task<(Comment Comment, string Slug)?> OpenCommentAsync(this AppDb db, Guid id, Member viewer, CancellationToken stop)
    {
        if (await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.Removal == null, stop) is not { } comment)
            return null;
        var slug = await db.Stories.VisibleTo(viewer).Where(s => s.Id == comment.StoryId).Select(s => s.Slug).SingleOrDefaultAsync(stop);
        return slug is null ? null : (comment, slug);
    }
}
