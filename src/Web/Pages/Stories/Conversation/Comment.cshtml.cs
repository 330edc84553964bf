using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class CommentModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ConversationText> text) : PageModel
{
    static readonly TimeSpan SentTwiceWithin = TimeSpan.FromMinutes(5);

    public Story Story { get; private set; } = null!;

    /// <summary>The comment that this one answers, or null.</summary>
    public Comment? Answering { get; private set; }

    [BindProperty]
    public CommentForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, Guid? answering, CancellationToken stop) =>
        await FindAsync(slug, answering, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid? answering, CancellationToken stop)
    {
        if (!await FindAsync(slug, answering, stop))
            return NotFound();
        if (Input.Read(ModelState, text) is not { } body)
            return this.Refused();

        var me = await current.RequireAsync(stop);
        // The button was pressed twice, or the answer to the first press was lost.
        var justNow = clock.GetUtcNow() - SentTwiceWithin;
        var sent = await db.Comments.Where(c => c.StoryId == Story.Id && c.AuthorId == me.Id && c.Body == body && c.Removal == null && c.At > justNow).Select(c => c.Id).FirstOrDefaultAsync(stop);
        if (sent != Guid.Empty)
            return this.Done($"/stories/{Story.Slug}#comment-{sent:N}", text["CommentThanks"]);
        FirstDay.AllowComment(me, await db.Comments.CountAsync(c => c.AuthorId == me.Id, stop), clock.GetUtcNow());
        var comment = new Comment(Story, me, body, Answering, clock.GetUtcNow());
        db.Comments.Add(comment);
        await db.SaveChangesAsync(stop);
        return this.Done($"/stories/{Story.Slug}#comment-{comment.Id:N}", text["CommentThanks"]);
    }

    async Task<bool> FindAsync(string slug, Guid? answering, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.Stories.VisibleTo(member).SingleOrDefaultAsync(s => s.Slug == slug || db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id), stop) is not { } story)
            return false;
        Story = story;
        if (answering is { } id)
            Answering = await db.Comments.Include(c => c.Author).SingleOrDefaultAsync(c => c.Id == id && c.StoryId == story.Id && c.Removal == null, stop);
        return true;
    }

}
