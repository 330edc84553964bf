using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Changes what was promised: the goal, the rhythm, the last day or what may be told.</summary>
sealed class PlanModel(AppDb db, PactVisit visit, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public PactVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop) || !visit.Pact.IsOpen)
            return NotFound();
        Input = PlanForm.From(visit.Pact.Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop))
            return NotFound();
        var plan = Input.Read(visit.Today, ModelState, text);
        if (!ModelState.IsValid)
            return this.Refused();
        visit.Pact.Change(plan, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.Address, text["PlanSaved"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);
}
