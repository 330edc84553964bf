using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A steward puts a new version of the agreement in force; the old ones stay.</summary>
public sealed class EditAgreementModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    public HubVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version that the editor began with.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public HubAgreement? Theirs { get; private set; }

    public IEnumerable<string> Languages => PagesSetup.Languages.Select(l => l.Name);

    public bool IsWrong(string language) => ModelState.TryGetValue($"points-{language}", out var entry) && entry.Errors.Count > 0;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        Input.Points = visit.Agreement?.Points.ToDictionary(p => p.Key, p => (string?)string.Join('\n', p.Value)) ?? [];
        Seen = visit.Hub.AgreementId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        var points = Languages.ToDictionary(l => l, l => HubForm.Lines(Input.Points.GetValueOrDefault(l)));
        Check(points);
        if (!ModelState.IsValid)
            return this.Refused();
        if (Seen != visit.Hub.AgreementId)
            return await ShowBothAsync(slug, stop);
        var number = await db.HubAgreements.Where(a => a.HubId == visit.Hub.Id).MaxAsync(a => (int?)a.Number, stop) ?? 0;
        var agreement = visit.Hub.Agree(points.Where(p => p.Value.Count > 0).ToDictionary(), number + 1, visit.Me, visit.Now);
        db.HubAgreements.Add(agreement);
        visit.Mine?.AgreeTo(agreement.Id); // whoever writes it agrees to it
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException lost) when (SecondPress.IsDone(lost))
        {
            return await ShowBothAsync(slug, stop);
        }
        return this.Done($"{visit.Address}/agreement", text["InForce"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    /// <summary>Every language that has any says the same points, so that a decision cites the same one in each.</summary>
    void Check(Dictionary<string, List<string>> points)
    {
        foreach (var (language, lines) in points)
            HubForm.CheckLines(ModelState, text, $"points-{language}", lines, HubAgreement.MostPoints, HubAgreement.PointLimit);
        var counts = points.Values.Select(lines => lines.Count).Where(count => count > 0).Distinct().Count();
        if (counts != 1)
            ModelState.AddModelError($"points-{Languages.First()}", text[counts == 0 ? "GivePoints" : "SamePoints"]);
    }

    async Task<IActionResult> ShowBothAsync(string slug, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await visit.OpenAsync(slug, stop);
        Theirs = visit.Agreement;
        Seen = visit.Hub.AgreementId;
        ModelState.Remove(nameof(Seen));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public sealed class Form
    {
        /// <summary>By language, one point a line.</summary>
        [ValidateNever]
        public Dictionary<string, string?> Points { get; set; } = [];
    }
}
