using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities.Claiming;

/// <summary>"This is us": who you are there, and how an editor can check it.</summary>
sealed class ClaimModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<CommunitiesText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Listing Listing { get; private set; } = null!;

    /// <summary>The claim of this member that waits for an editor, if there is one.</summary>
    public ListingClaim? Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancellationToken) =>
        await LoadAsync(folder, slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        if (Waiting is not null)
            return this.Done(ListingAddress.Of(Listing), text["ClaimSent"]);
        var (who, proof) = (Read(Input.Who, nameof(Input.Who), "WhoMissing"), Read(Input.Proof, nameof(Input.Proof), "ProofMissing"));
        if (!ModelState.IsValid)
            return this.Refused();
        db.ListingClaims.Add(new(Listing, await current.RequireAsync(cancellationToken), who, proof, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(ListingAddress.Of(Listing), text["ClaimSent"]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        if (Waiting is not null)
            db.ListingClaims.Remove(Waiting);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(ListingAddress.Of(Listing), text["ClaimWithdrawn"]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["folder"]!, (string)RouteData.Values["slug"]!, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        var kind = ListingAddress.KindOf(folder)!.Value;
        if (await db.Under(slug, me).Where(l => l.Kind == kind).SingleOrDefaultAsync(cancellationToken) is not { } listing)
            return false;
        Listing = listing;
        Waiting = await db.ListingClaims.FirstOrDefaultAsync(c => c.ListingId == listing.Id && c.MemberId == me.Id && c.Decision == null, cancellationToken);
        return true;
    }

    string Read(string? typed, string field, string missing)
    {
        var words = CleanText.Lines(typed);
        if (words.Length == 0)
            ModelState.AddModelError($"Input.{field}", text[missing]);
        if (words.Length > ListingClaim.TextLimit)
            ModelState.AddModelError($"Input.{field}", text["TooLong", ListingClaim.TextLimit.ToString("N0", CultureInfo.CurrentCulture), words.Length - ListingClaim.TextLimit]);
        return words;
    }

    [ValidateNever]
    public sealed class Form
    {
        [Required, StringLength(ListingClaim.TextLimit)]
        public string? Who { get; set; }

        [Required, StringLength(ListingClaim.TextLimit)]
        public string? Proof { get; set; }
    }
}
