using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look.Forms;
using HealthDoers.Web.Pages.Admin;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class RemoveModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ConversationText> text, IStringLocalizer<AdminText> desk) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    public string Back { get; private set; } = "";

    [BindProperty, TypedLimit(ModerationRecord.ReasonLimit)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        var member = await current.RequireAsync(stop);
        var reason = CleanText.Line(Reason);
        if (!IsOwn && reason.Length is 0 or > ModerationRecord.ReasonLimit)
        {
            ModelState.AddModelError(nameof(Reason), desk["WhyMissing"]);
            return this.Refused();
        }
        Comment.Remove(member, IsOwn ? "" : reason, clock.GetUtcNow());
        if (!IsOwn)
            db.ModerationRecords.Add(new(member.Id, ModerationAct.Removed, ReportedKind.Comment, id, reason, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return this.Done(Back, text["CommentRemoved"]);
    }

    async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.OpenCommentAsync(id, member, stop) is not var (comment, slug) || !comment.CanBeRemovedBy(member))
            return false;
        (Comment, IsOwn, Back) = (comment, comment.AuthorId == member.Id, $"/stories/{slug}#comments");
        return true;
    }
}
