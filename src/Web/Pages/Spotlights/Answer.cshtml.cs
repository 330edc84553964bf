using HealthDoers.Domain.Spotlights;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Spotlights;

/// <summary>The person reads what a peer wrote, agrees, changes the words or says no; also later.</summary>
sealed class AnswerModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<SpotlightsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public SpotlightForm Input { get; set; } = new();

    public Spotlight Spotlight { get; private set; } = null!;
    public string? Peer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        Input.Words = Spotlight.Words;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        var words = Input.Read(ModelState, text);
        if (!ModelState.IsValid)
            return this.Refused();
        Spotlight.AgreeBy(await current.RequireAsync(cancellationToken), words, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/spotlights/{id}", text["Agreed"]);
    }

    public async Task<IActionResult> OnPostNoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        Spotlight.DeclineBy(await current.RequireAsync(cancellationToken), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/spotlights/{id}", text["Declined"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await db.Spotlights.SingleOrDefaultAsync(s => s.Id == id && s.MemberId == me.Id, cancellationToken) is not { } spotlight)
            return false;
        Spotlight = spotlight;
        Peer = await db.Members.Where(m => m.Id == spotlight.NominatorId && m.ErasedAt == null).Select(m => m.Name).SingleOrDefaultAsync(cancellationToken);
        return true;
    }
}
