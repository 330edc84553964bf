using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Spotlights;

/// <summary>A peer puts a member forward.</summary>
sealed class ProposeModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<SpotlightsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public SpotlightForm Input { get; set; } = new();

    public Member Member { get; private set; } = null!;

    /// <summary>This peer did so before, and the person has not answered yet.</summary>
    public bool Again { get; private set; }

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken) => await LoadAsync(handle, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(handle, cancellationToken))
            return NotFound();
        if (!Again)
        {
            var words = Input.Read(ModelState, text);
            if (!ModelState.IsValid)
                return this.Refused();
            db.Spotlights.Add(new(Member, await current.RequireAsync(cancellationToken), words, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }
        return this.Done($"/members/{Member.Handle}", text["Proposed", Member.Name]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["handle"]!, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string handle, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        var wanted = handle.ToLowerInvariant();
        if (await db.Members.VisibleTo(me).SingleOrDefaultAsync(m => m.Handle == wanted && m.Origin != Origin.Import, cancellationToken) is not { } member)
            return false;
        Member = member;
        Again = await db.Spotlights.AnyAsync(s => s.MemberId == member.Id && s.NominatorId == me.Id && s.Answer == null, cancellationToken);
        return true;
    }
}
