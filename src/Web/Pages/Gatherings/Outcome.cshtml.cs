using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Afterwards, a host tells what came of it.</summary>
sealed class OutcomeModel(AppDb db, GatheringVisit visit, IStringLocalizer<GatheringsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public GatheringVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenToEditAsync(slug, on, stop))
            return NotFound();
        Input.Words = visit.Time.Outcome?.Words;
        return Page();
    }

    public Task LoadAgainAsync() => visit.OpenAsync((string)RouteData.Values["slug"]!, Request.Query["on"], HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenToEditAsync(slug, on, stop))
            return NotFound();
        var words = CleanText.Lines(Input.Words);
        if (words.Length > Gathering.OutcomeLimit)
        {
            ModelState.AddModelError("Input.Words", text["TooLong", Gathering.OutcomeLimit.ToString("N0", CultureInfo.CurrentCulture), words.Length - Gathering.OutcomeLimit]);
            return this.Refused();
        }
        visit.Gathering.TellOutcome(visit.Time, visit.Me, words, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.TimeAddress, text["Saved"]);
    }

    [ValidateNever]
    public sealed class Form
    {
        [StringLength(Gathering.OutcomeLimit)]
        public string? Words { get; set; }
    }
}
