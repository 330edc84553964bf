using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A member brings a story into the hub: one of their own, or any that everyone can read.</summary>
public sealed class ShareModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const int MostOwn = 50;

    public HubVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    public List<SelectListItem> Own { get; private set; } = [];

    /// <summary>Whether a steward looks at it before it is shown.</summary>
    public bool Waits { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? story, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        Input.Address = story is null ? "" : "/stories/" + story;
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        await LoadAsync(stop);
        if (await ChosenAsync(stop) is not { } story)
        {
            ModelState.AddModelError("Input.Address", text["NoSuchStory"]);
            return this.Refused();
        }
        var there = await db.HubShares.SingleOrDefaultAsync(s => s.HubId == visit.Hub.Id && s.StoryId == story.Id, stop);
        if (there is { State: ShareState.Removed })
        {
            ModelState.AddModelError("Input.Address", text["TakenOutBefore"]);
            return this.Refused();
        }
        if (there is not null || await db.Stories.Where(s => s.Id == story.Id).InHubs([visit.Hub], db.HubShares).AnyAsync(stop))
            return this.Done(visit.Address, text["InHubAlready"]);
        if (visit.Mine is null)
            return NotFound();
        db.HubShares.Add(HubShare.Of(story, visit.Hub, visit.Mine, visit.Me, await IsFirstAsync(stop), visit.Now));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(visit.Address, text[Waits ? "SharedWaits" : "Shared"]);
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    async Task LoadAsync(CancellationToken stop)
    {
        Own = [.. (await db.Stories.Public().Where(s => s.AuthorId == visit.Me.Id).Newest().Take(MostOwn).Select(s => new { s.Slug, s.Title }).ToListAsync(stop))
            .Select(s => new SelectListItem(s.Title, s.Slug))];
        if (Own.Count > 0)
            Own.Insert(0, new(text["ChooseStory"], ""));
        Waits = visit.Hub.Rules.ReviewsFirstShares && !visit.CanModerate && await IsFirstAsync(stop);
    }

    async Task<bool> IsFirstAsync(CancellationToken stop) =>
        !await db.HubShares.AnyAsync(s => s.HubId == visit.Hub.Id && s.ById == visit.Me.Id && s.State == ShareState.Shown, stop);

    /// <summary>An address may be pasted whole, or be only its last part.</summary>
    async Task<Story?> ChosenAsync(CancellationToken stop)
    {
        var typed = CleanText.Line(Input.Address).Split('?', '#')[0].TrimEnd('/');
        var slug = typed.Length > 0 ? typed[(typed.LastIndexOf('/') + 1)..] : Input.Own ?? "";
        return slug.Length == 0 ? null : await db.Stories.Public()
            .SingleOrDefaultAsync(s => s.Slug == slug || db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id), stop);
    }

    public sealed class Form
    {
        /// <summary>The slug of one of their own stories.</summary>
        [ValidateNever]
        public string? Own { get; set; }

        [ValidateNever]
        public string? Address { get; set; }
    }
}
