using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities.Team;

/// <summary>Who is on the team: invite, take off, hand the profile on.</summary>
sealed class ManageModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<CommunitiesText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Listing Listing { get; private set; } = null!;
    public Member Me { get; private set; } = null!;
    public bool IsSteward { get; private set; }
    public IReadOnlyList<TeamSeat> Seats { get; private set; } = [];
    public string Here => ListingAddress.Of(Listing);

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancellationToken) =>
        await LoadAsync(folder, slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        var member = Handle.TryRead(Input.Handle, out var handle)
            ? await db.Members.VisibleTo(Me).SingleOrDefaultAsync(m => m.Handle == handle.Value, cancellationToken)
            : null;
        if (member is null)
            ModelState.AddModelError("Input.Handle", text["NoSuchMember"]);
        if (!Enum.TryParse<TripodLeg>(Input.Leg, out var leg) || !Enum.IsDefined(leg))
            ModelState.AddModelError("Input.Leg", text["ChooseLeg"]);
        if (!ModelState.IsValid)
            return this.Refused();
        Listing.Invite(member!, leg, Me, clock.GetUtcNow());
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done($"{Here}/team", text["Invited", member!.Name]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string folder, string slug, Guid member, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        Listing.LeaveSeat(member, Me);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(member == Me.Id ? Here : $"{Here}/team", text["TakenOff"]);
    }

    public async Task<IActionResult> OnPostHandOnAsync(string folder, string slug, Guid member, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        if (Listing.SeatOf(member) is not { } seat)
            return NotFound();
        Listing.HandOn(seat.Member, Me);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(Here, text["HandedOn", seat.Member.Name]);
    }

    public async Task<IActionResult> OnPostStepDownAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        Listing.StepDown(Me);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(Here, text["SteppedDown"]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["folder"]!, (string)RouteData.Values["slug"]!, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        Me = await current.RequireAsync(cancellationToken);
        var kind = ListingAddress.KindOf(folder)!.Value;
        if (await db.Under(slug, Me).Where(l => l.Kind == kind).Include(l => l.Seats).ThenInclude(s => s.Member).SingleOrDefaultAsync(cancellationToken) is not { } listing
            || !listing.CanBeEditedBy(Me))
            return false;
        Listing = listing;
        IsSteward = listing.CanBeStewardedBy(Me);
        Seats = [.. listing.Seats.OrderBy(s => s.Leg).ThenBy(s => s.InvitedAt)];
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        [Required]
        public string? Handle { get; set; }

        public string? Leg { get; set; }
    }
}
