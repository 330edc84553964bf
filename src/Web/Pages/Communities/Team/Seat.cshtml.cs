using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities.Team;

/// <summary>One's own place on a team: say yes or no, and choose how one is named.</summary>
sealed class SeatModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<CommunitiesText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Listing Listing { get; private set; } = null!;
    public Member Me { get; private set; } = null!;
    public TeamSeat? Seat { get; private set; }

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        Input = new()
        {
            Leg = (Seat?.Leg ?? TripodLeg.Connector).ToString(),
            Naming = (Seat?.Naming ?? SeatNaming.MyName).ToString(),
            OtherName = Seat?.OtherName,
            Role = Seat?.Role,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        var leg = Read<TripodLeg>(Input.Leg, nameof(Input.Leg), "ChooseLeg");
        var naming = Read<SeatNaming>(Input.Naming, nameof(Input.Naming), "ChooseNaming");
        var otherName = Line(Input.OtherName, nameof(Input.OtherName), Member.NameLimit);
        var role = Line(Input.Role, nameof(Input.Role), ListingContent.LineLimit);
        if (naming == SeatNaming.OtherName && otherName.Length == 0)
            ModelState.AddModelError("Input.OtherName", text["OtherNameMissing"]);
        if (!ModelState.IsValid)
            return this.Refused();
        Listing.TakeSeat(Me, leg, naming, otherName, role, clock.GetUtcNow());
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(ListingAddress.Of(Listing), text["SeatTaken"]);
    }

    public async Task<IActionResult> OnPostNoAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        Listing.LeaveSeat(Me.Id, Me);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(ListingAddress.Of(Listing), text["SeatLeft"]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["folder"]!, (string)RouteData.Values["slug"]!, HttpContext.RequestAborted);

    /// <summary>There for whoever is invited, on the team or its steward; for others there is no such page.</summary>
    async Task<bool> LoadAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        Me = await current.RequireAsync(cancellationToken);
        var kind = ListingAddress.KindOf(folder)!.Value;
        if (await db.Under(slug, Me).Where(l => l.Kind == kind).Include(l => l.Seats).ThenInclude(s => s.Member).SingleOrDefaultAsync(cancellationToken) is not { } listing)
            return false;
        Listing = listing;
        Seat = listing.SeatOf(Me.Id);
        return Seat is not null || listing.StewardId == Me.Id;
    }

    T Read<T>(string? typed, string field, string says) where T : struct, Enum
    {
        if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value))
            return value;
        ModelState.AddModelError($"Input.{field}", text[says]);
        return default;
    }

    string Line(string? typed, string field, int limit)
    {
        var line = CleanText.Line(typed);
        if (line.Length > limit)
            ModelState.AddModelError($"Input.{field}", text["TooLong", limit, line.Length - limit]);
        return line;
    }

    [ValidateNever]
    public sealed class Form
    {
        public string? Leg { get; set; }
        public string? Naming { get; set; }

        [StringLength(Member.NameLimit)]
        public string? OtherName { get; set; }

        [StringLength(ListingContent.LineLimit)]
        public string? Role { get; set; }
    }
}
