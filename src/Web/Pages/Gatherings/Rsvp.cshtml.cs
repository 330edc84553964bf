using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>A member says whether they come, changes it, or takes it back.</summary>
sealed class RsvpModel(AppDb db, GatheringVisit visit, Answering answering, IStringLocalizer<GatheringsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public RsvpForm Input { get; set; } = new();

    public GatheringVisit Visit => visit;
    public Rsvp? Mine => visit.Time.Rsvps.FirstOrDefault(r => r.MemberId == visit.Me.Id);

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, on, stop))
            return NotFound();
        Input = RsvpForm.Of(visit.Time, Mine, await db.SeriesAnswers.AnyAsync(a => a.GatheringId == visit.Gathering.Id && a.MemberId == visit.Me.Id, stop));
        return Page();
    }

    public Task LoadAgainAsync() => visit.OpenAsync((string)RouteData.Values["slug"]!, Request.Query["on"], HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, on, stop))
            return NotFound();
        Input.On = GatheringAddress.Day(visit.Time.On);
        var needs = CleanText.Lines(Input.Needs);
        if (!Enum.TryParse<Coming>(Input.Coming, out var coming) || coming == Coming.Unsaid || !Enum.IsDefined(coming))
            ModelState.AddModelError("Input.Coming", text["ChooseAnswer"]);
        if (needs.Length > Rsvp.NeedsLimit)
            ModelState.AddModelError("Input.Needs", text["TooLong", Rsvp.NeedsLimit.ToString("N0", CultureInfo.CurrentCulture), needs.Length - Rsvp.NeedsLimit]);
        if (!ModelState.IsValid)
            return this.Refused();
        var (address, whole) = (visit.TimeAddress, Input.Whole && visit.Gathering.IsSeries);
        var given = await answering.AnswerAsync(visit.Gathering.Id, visit.Time.On, visit.Me, coming, needs, Input.Reminders, whole, stop);
        return this.Done(address, given.Number > 0 ? text["YouWait", given.Number] : text["You" + coming]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, on, stop))
            return NotFound();
        var address = visit.TimeAddress;
        await answering.WithdrawAsync(visit.Gathering.Id, visit.Time.On, visit.Me.Id, Input.Whole && visit.Gathering.IsSeries, stop);
        return this.Done(address, text["TakenBack"]);
    }
}
