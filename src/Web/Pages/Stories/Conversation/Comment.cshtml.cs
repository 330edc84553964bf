using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

sealed class CommentModel(AppDb db, CurrentMember current, Commenting commenting, IStringLocalizer<ConversationText> text) : PageModel
{
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
        var comment = await commenting.SayAsync(Story, me, body, Answering, stop);
        await db.SaveChangesAsync(stop);
        return this.Done($"/stories/{Story.Slug}#comment-{comment:N}", text["CommentThanks"]);
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
