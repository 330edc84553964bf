using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class ChangeModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ConversationText> text) : PageModel
{
    [BindProperty]
    public CommentForm Input { get; set; } = new();

    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } comment)
            return NotFound();
        Input.Body = comment.Body;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } comment)
            return NotFound();
        if (Input.Read(ModelState, text) is not { } body)
            return this.Refused();
        comment.Edit(body, await current.RequireAsync(stop), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done(Back, text["CommentChanged"]);
    }

    async Task<Comment?> FindAsync(Guid id, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.OpenCommentAsync(id, member, stop) is not var (comment, slug) || !comment.CanBeEditedBy(member))
            return null;
        Back = $"/stories/{slug}#comment-{id:N}";
        return comment;
    }
}
