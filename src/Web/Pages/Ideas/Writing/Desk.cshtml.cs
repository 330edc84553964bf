using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>What editors do with one idea: merge it into another, retire it or take it up again, hide or show it. Each with its reason.</summary>
[Authorize(Policy = Roles.Editor)]
sealed class DeskModel(AppDb db, CurrentMember current, Merging merging, LookAlikes lookAlikes, TimeProvider clock, IStringLocalizer<ProposingText> words) : PageModel, IShownAgain
{
    public Idea Idea { get; private set; } = null!;
    public IReadOnlyList<IdeaRow> Alike { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMergeAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        var given = CleanText.Line(Input.Into);
        var wanted = given[(given.LastIndexOf('/') + 1)..];
        var into = await db.Ideas.Where(i => db.IdeaSlugs.Any(s => s.Slug == wanted && s.IdeaId == i.Id)).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken);
        if (into is null)
            ModelState.AddModelError("Input.Into", words["IntoUnknown"]);
        if (Why("Input.MergeReason", Input.MergeReason) is not { } reason || into is not { } intoId)
            return this.Refused();
        var editor = await current.RequireAsync(cancellationToken);
        return this.Done(IdeaAddress.Of(await merging.MergeAsync(Idea.Id, intoId, reason, editor, cancellationToken)), words["Merged"]);
    }

    public Task<IActionResult> OnPostRetireAsync(string slug, CancellationToken cancellationToken) =>
        DecideAsync(slug, "Input.RetireReason", () => Input.RetireReason, ModerationAct.Retired, "RetiredSaid", (editor, reason, now) => Idea.Retire(editor, reason, now), cancellationToken);

    public Task<IActionResult> OnPostTakeUpAsync(string slug, CancellationToken cancellationToken) =>
        DecideAsync(slug, "Input.RetireReason", () => Input.RetireReason, ModerationAct.TookUpAgain, "TakenUp", (editor, _, _) => Idea.TakeUpAgain(editor), cancellationToken);

    public Task<IActionResult> OnPostHideAsync(string slug, CancellationToken cancellationToken) =>
        DecideAsync(slug, "Input.HideReason", () => Input.HideReason, ModerationAct.Hid, "HiddenSaid", (editor, reason, now) => Idea.HideBy(editor, reason, now), cancellationToken);

    public Task<IActionResult> OnPostShowAsync(string slug, CancellationToken cancellationToken) =>
        DecideAsync(slug, "Input.HideReason", () => Input.HideReason, ModerationAct.Showed, "Shown", (editor, _, _) => Idea.ShowBy(editor), cancellationToken);

    public Task LoadAgainAsync() => FindAsync((string)RouteData.Values["slug"]!, HttpContext.RequestAborted);

    async Task<IActionResult> DecideAsync(string slug, string field, Func<string?> typed, ModerationAct act, string says, Action<Member, string, DateTimeOffset> decide, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        if (Why(field, typed()) is not { } reason)
            return this.Refused();
        var (editor, now) = (await current.RequireAsync(cancellationToken), clock.GetUtcNow());
        decide(editor, reason, now);
        db.ModerationRecords.Add(new(editor.Id, act, ReportedKind.Idea, Idea.Id, reason, now));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(IdeaAddress.Of(Idea.Slug), words[says]);
    }

    string? Why(string field, string? typed)
    {
        var reason = CleanText.Line(typed);
        if (reason.Length is > 0 and <= IdeaContent.ReasonLimit)
            return reason;
        ModelState.AddModelError(field, words[reason.Length == 0 ? "WhyMissing" : "WhyTooLong", IdeaContent.ReasonLimit]);
        return null;
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await db.Ideas.VisibleTo(me).SingleOrDefaultAsync(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id), cancellationToken) is not { } idea)
            return false;
        Idea = idea;
        Alike = [.. (await lookAlikes.FindAsync(idea.Title, cancellationToken)).Where(row => row.Id != idea.Id)];
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        [Required]
        public string? Into { get; set; }

        [Required, StringLength(IdeaContent.ReasonLimit)]
        public string? MergeReason { get; set; }

        [Required, StringLength(IdeaContent.ReasonLimit)]
        public string? RetireReason { get; set; }

        [Required, StringLength(IdeaContent.ReasonLimit)]
        public string? HideReason { get; set; }
    }
}
