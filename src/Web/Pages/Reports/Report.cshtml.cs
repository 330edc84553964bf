using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Reports;

public sealed class ReportModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ReportsText> text) : PageModel
{
    public ReportTarget Target { get; private set; } = null!;

    /// <summary>This member reported it before and nobody has decided yet.</summary>
    public bool Again { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<ReportReason>().Select(r => new SelectListItem(text[$"Reason{r}"], r.ToString()));

    public async Task<IActionResult> OnGetAsync(string kind, string key, CancellationToken stop) => await FindAsync(kind, key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string key, CancellationToken stop)
    {
        if (!await FindAsync(kind, key, stop))
            return NotFound();
        if (Again)
            return Page();
        var note = CleanText.Lines(Input.Note);
        if (!Enum.TryParse<ReportReason>(Input.Reason, out var reason) || !Enum.IsDefined(reason))
            ModelState.AddModelError("Input.Reason", text["ChooseReason"]);
        if (note.Length > Report.NoteLimit)
            ModelState.AddModelError("Input.Note", text["NoteTooLong", Report.NoteLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (!ModelState.IsValid)
            return this.Refused();

        db.Reports.Add(new(await current.RequireAsync(stop), Target.Kind, Target.Id, reason, note, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return this.Done(Target.Address, text["Thanks"]);
    }

    async Task<bool> FindAsync(string kind, string key, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await ReportTarget.FindAsync(db, kind, key, member, stop) is not { } target)
            return false;
        Target = target;
        Again = await db.Reports.AnyAsync(r => r.ById == member.Id && r.TargetId == target.Id && r.Resolution == null, stop);
        return true;
    }

    public sealed class Form
    {
        [ValidateNever, Required]
        public string? Reason { get; set; }

        [ValidateNever, MaxLength(Report.NoteLimit)]
        public string? Note { get; set; }
    }
}
