using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>A host gives one time of a series another day or hour.</summary>
sealed class MoveModel(AppDb db, GatheringVisit visit, IStringLocalizer<GatheringsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public GatheringVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenToEditAsync(slug, on, stop))
            return NotFound();
        var start = visit.Time.Start;
        Input = new() { Date = GatheringAddress.Day(DateOnly.FromDateTime(start)), Starts = start.ToString("HH:mm", CultureInfo.InvariantCulture) };
        return Page();
    }

    public Task LoadAgainAsync() => visit.OpenAsync((string)RouteData.Values["slug"]!, Request.Query["on"], HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenToEditAsync(slug, on, stop))
            return NotFound();
        var day = GatheringAddress.DayOf(Input.Date);
        if (day is null)
            ModelState.AddModelError("Input.Date", text["DateWrong"]);
        else if (day.Value > DateOnly.FromDateTime(visit.Now.UtcDateTime).AddYears(Schedule.MostYearsAhead))
            ModelState.AddModelError("Input.Date", text["DateFar", Schedule.MostYearsAhead]);
        if (!TimeOnly.TryParseExact(Input.Starts?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var starts))
            ModelState.AddModelError("Input.Starts", text["TimeWrong"]);
        else if (day is not null && Zones.Skips(visit.Gathering.Zone, day.Value.ToDateTime(starts)))
            ModelState.AddModelError("Input.Starts", text["TimeSkipped"]);
        if (!ModelState.IsValid)
            return this.Refused();
        visit.Gathering.MoveOnce(visit.Time, day!.Value.ToDateTime(starts), visit.Me, visit.Clock, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.TimeAddress, text["MovedDone"]);
    }

    [ValidateNever]
    public sealed class Form
    {
        [Required]
        public string? Date { get; set; }

        [Required]
        public string? Starts { get; set; }
    }
}
