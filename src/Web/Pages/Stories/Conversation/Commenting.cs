using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>Says something under a story, typed into the page or written by mail.</summary>
sealed class Commenting(AppDb db, TimeProvider clock)
{
    static readonly TimeSpan SentTwiceWithin = TimeSpan.FromMinutes(5);

    /// <summary>The caller saves it.</summary>
    /// <param name="body">Clean, and no longer than a comment may be.</param>
    /// <returns>Its id, or that of the same words sent a moment before: the button was pressed twice, or the answer to the first press was lost.</returns>
    public async Task<Guid> SayAsync(Story story, Member me, string body, Comment? answering, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var justNow = now - SentTwiceWithin;
        var sent = await db.Comments.Where(c => c.StoryId == story.Id && c.AuthorId == me.Id && c.Body == body && c.Removal == null && c.At > justNow).Select(c => c.Id).FirstOrDefaultAsync(stop);
        if (sent != Guid.Empty)
            return sent;
        FirstDay.AllowComment(me, await db.Comments.CountAsync(c => c.AuthorId == me.Id, stop), now);
        var comment = new Comment(story, me, body, answering, now);
        db.Comments.Add(comment);
        return comment.Id;
    }
}
