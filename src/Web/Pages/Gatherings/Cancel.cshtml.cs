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

/// <summary>A host cancels a gathering, or one of its times, and says why.</summary>
sealed class CancelModel(AppDb db, GatheringVisit visit, IStringLocalizer<GatheringsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public GatheringVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        Input.What = nameof(Cancelled.Once);
        return await visit.OpenToEditAsync(slug, on, stop) ? Page() : NotFound();
    }

    public Task LoadAgainAsync() => visit.OpenAsync((string)RouteData.Values["slug"]!, Request.Query["on"], HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenToEditAsync(slug, on, stop))
            return NotFound();
        var reason = CleanText.Lines(Input.Reason);
        if (reason.Length == 0)
            ModelState.AddModelError("Input.Reason", text["ReasonMissing"]);
        if (reason.Length > Gathering.ReasonLimit)
            ModelState.AddModelError("Input.Reason", text["TooLong", Gathering.ReasonLimit.ToString("N0", CultureInfo.CurrentCulture), reason.Length - Gathering.ReasonLimit]);
        if (!ModelState.IsValid)
            return this.Refused();
        if (visit.Gathering.IsSeries && Input.What != nameof(Cancelled.Whole))
            visit.Gathering.CancelOnce(visit.Time, visit.Me, reason, visit.Now);
        else
            visit.Gathering.CancelBy(visit.Me, reason, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.TimeAddress, text["CancelledDone"]);
    }

    public enum Cancelled
    {
        Once,
        Whole,
    }

    [ValidateNever]
    public sealed class Form
    {
        public string? What { get; set; }

        [Required, StringLength(Gathering.ReasonLimit)]
        public string? Reason { get; set; }
    }
}
