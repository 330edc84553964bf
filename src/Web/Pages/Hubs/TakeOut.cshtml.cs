using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A steward takes a story out of the hub; it stays on the site.</summary>
public sealed class TakeOutModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    public HubVisit Visit => visit;
    public Story Story { get; private set; } = null!;

    [BindProperty]
    public CitedReason Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, string story, CancellationToken stop) =>
        await FindAsync(slug, story, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, string story, CancellationToken stop)
    {
        if (!await FindAsync(slug, story, stop))
            return NotFound();
        if (Input.Read(visit.Agreement, ModelState, text) is not { } cited)
            return this.Refused();
        var share = await db.HubShares.SingleOrDefaultAsync(s => s.HubId == visit.Hub.Id && s.StoryId == Story.Id, stop);
        if (share is null)
            db.HubShares.Add(share = HubShare.Standing(Story, visit.Hub, visit.Now));
        db.HubDecisions.Add(HubDecision.TakeOut(share, visit.Hub, visit.Me, cited, Input.CleanReason, visit.Now));
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/desk", text["TakenOut"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    /// <summary>False unless the story is in this hub, or waits to be.</summary>
    async Task<bool> FindAsync(string slug, string story, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || await db.Stories.VisibleTo(visit.Me).SingleOrDefaultAsync(s => s.Slug == story, stop) is not { } found)
            return false;
        Story = found;
        return await db.HubShares.AnyAsync(s => s.HubId == visit.Hub.Id && s.StoryId == found.Id, stop)
            || await db.Stories.Where(s => s.Id == found.Id).InHubs([visit.Hub], db.HubShares).AnyAsync(stop);
    }
}
