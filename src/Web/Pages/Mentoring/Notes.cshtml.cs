using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>The notes of a pact, which all of its people write.</summary>
sealed class NotesModel(AppDb db, PactVisit visit, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PactVisit Visit => visit;

    /// <summary>What somebody else saved meanwhile; null while nobody did.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop) || !visit.Pact.IsOpen)
            return NotFound();
        Input = new() { Notes = visit.Pact.Notes, Seen = visit.Pact.NotesVersion };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop))
            return NotFound();
        var notes = CleanText.Lines(Input.Notes);
        if (notes.Length > Domain.Mentoring.Pact.NotesLimit)
        {
            ModelState.AddModelError("Input.Notes", text["TooLong", Domain.Mentoring.Pact.NotesLimit.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]);
            return this.Refused();
        }
        try
        {
            visit.Pact.WriteNotes(notes, Input.Seen, visit.Me);
            await db.SaveChangesAsync(stop);
            return this.Done($"{visit.Address}#notes", text["NotesSaved"]);
        }
        catch (Exception lost) when (lost is StaleEditException or DbUpdateConcurrencyException)
        {
            // Both texts are shown; saving once more from here is a choice made knowingly.
            db.ChangeTracker.Clear();
            await visit.OpenAsync(id, stop);
            (Theirs, Input.Seen) = (visit.Pact.Notes, visit.Pact.NotesVersion);
            ModelState.Remove("Input.Seen");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    public Task LoadAgainAsync() => visit.OpenAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    [ValidateNever]
    public sealed class Form
    {
        [StringLength(Domain.Mentoring.Pact.NotesLimit)]
        public string? Notes { get; set; }

        /// <summary>The version that the writer began with.</summary>
        public int Seen { get; set; }
    }
}
