using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Communities;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Members who say "this is us" of a profile, oldest first.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class ClaimsModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel, IShownAgain
{
    public IReadOnlyList<ProfileClaimRow> Rows { get; private set; } = [];

    /// <summary>The claim whose decision was refused, with what was typed.</summary>
    public Guid? Decided { get; private set; }

    public string Why { get; private set; } = "";

    public static IQueryable<ListingClaim> Waiting(AppDb db) => db.ListingClaims.Where(c => c.Decision == null);

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await Waiting(db).OrderBy(c => c.At).Take(100)
            .Join(db.Listings, c => c.ListingId, l => l.Id, (c, l) => new { Claim = c, Listing = l })
            .Join(db.Members, x => x.Claim.MemberId, m => m.Id, (x, m) => new ProfileClaimRow(
                x.Claim.Id, x.Listing.Kind, x.Listing.Slug, x.Listing.Name, m.Handle, m.Name, x.Claim.Who, x.Claim.Proof, x.Claim.At, x.Listing.StewardId != null))
            .ToListAsync(stop);

    public async Task<IActionResult> OnPostAsync(Guid claim, bool accept, string? reason, CancellationToken stop)
    {
        if (await db.ListingClaims.SingleOrDefaultAsync(c => c.Id == claim, stop) is not { } found)
            return NotFound();
        (Decided, Why) = (claim, reason ?? "");
        var why = CleanText.Lines(reason);
        if (!accept && why.Length == 0 || why.Length > ListingClaim.TextLimit)
        {
            ModelState.AddModelError($"reason-{claim}", text["ProfileClaimReasonMissing"]);
            await OnGetAsync(stop);
            return this.Refused();
        }
        var editor = await current.RequireAsync(stop);
        if (accept)
        {
            var claimant = await db.Members.SingleAsync(m => m.Id == found.MemberId, stop);
            found.Accept(await db.Listings.SingleAsync(l => l.Id == found.ListingId, stop), claimant, editor, why, clock.GetUtcNow());
        }
        else
        {
            found.Decline(editor, why, clock.GetUtcNow());
        }
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/admin/claims", text[accept ? "ProfileClaimAccepted" : "ProfileClaimDeclined"]);
    }

    public Task LoadAgainAsync() => OnGetAsync(HttpContext.RequestAborted);
}

/// <param name="IsTaken">Somebody else looks after the profile by now.</param>
public sealed record ProfileClaimRow(Guid Id, ListingKind Kind, string Slug, string Name, string Handle, string Member, string Who, string Proof, DateTimeOffset At, bool IsTaken)
{
    public string Url => ListingAddress.Of(Kind, Slug);
}
