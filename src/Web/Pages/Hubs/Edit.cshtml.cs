using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A steward edits the hub's text in the language they read, its places, questions and rules.</summary>
public sealed class EditModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    public HubVisit Visit => visit;

    [BindProperty]
    public HubForm Input { get; set; } = new();

    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What somebody else saved meanwhile, to be seen beside one's own.</summary>
    public HubForm? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        Input = HubForm.Of(visit.Hub, PageFrame.Language);
        SeenVersion = visit.Hub.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        Input.Check(ModelState, text);
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            visit.Hub.Describe(PageFrame.Language, Input.Words, Input.Rules, Input.Places, visit.Me, SeenVersion, visit.Now);
            await db.SaveChangesAsync(stop);
        }
        catch (Exception lost) when (lost is StaleEditException or DbUpdateConcurrencyException)
        {
            return await ShowBothAsync(slug, stop);
        }
        return this.Done(visit.Address, text["Saved"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    /// <summary>Both versions; saving once more from here is a choice made knowingly.</summary>
    async Task<IActionResult> ShowBothAsync(string slug, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await visit.OpenAsync(slug, stop);
        Theirs = HubForm.Of(visit.Hub, PageFrame.Language);
        SeenVersion = visit.Hub.Version;
        ModelState.Remove(nameof(SeenVersion));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
