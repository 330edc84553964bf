using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A steward gives somebody in the room a role, or removes them.</summary>
public sealed class PersonModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;
    public RoomMembership Theirs { get; private set; } = null!;
    public Member Person { get; private set; } = null!;
    public bool IsSteward => Theirs is { IsJoined: true, Role: RoomRole.Steward };

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, string handle, CancellationToken stop) =>
        await FindAsync(slug, handle, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(string slug, string handle, RoomRole role, CancellationToken stop)
    {
        if (!await FindAsync(slug, handle, stop) || !ModelState.IsValid || !Enum.IsDefined(role))
            return NotFound();
        await visit.ChangeAsync(() => visit.Room.Give(role, visit.StandingNowOf(Person), visit.Me, visit.Now), stop);
        return this.Done($"{visit.Address}/people", text[role == RoomRole.Steward ? "NowSteward" : "NowMember", Person.Name]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string handle, CancellationToken stop)
    {
        if (!await FindAsync(slug, handle, stop))
            return NotFound();
        var reason = CleanText.Lines(Input.Reason);
        if (reason.Length == 0)
            ModelState.AddModelError("Input.Reason", text["SayWhy"]);
        else if (reason.Length > RoomMembership.WordsLimit)
            ModelState.AddModelError("Input.Reason", text["TooLong", RoomMembership.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (!ModelState.IsValid)
            return this.Refused();
        await visit.ChangeAsync(() => visit.Room.Remove(visit.StandingNowOf(Person), reason, visit.Me, visit.Now), stop);
        return this.Done($"{visit.Address}/people", text["Removed", Person.Name]);
    }

    public Task LoadAgainAsync() => FindAsync(visit.Room.Slug, Person.Handle, HttpContext.RequestAborted);

    async Task<bool> FindAsync(string slug, string handle, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || await db.Members.SingleOrDefaultAsync(m => m.Handle == handle && m.ErasedAt == null, stop) is not { } person)
            return false;
        Person = person;
        if (visit.Room.StandingOf(person) is not { State: RoomMembershipState.Joined or RoomMembershipState.Invited } theirs)
            return false;
        Theirs = theirs;
        return true;
    }

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(RoomMembership.WordsLimit)]
        public string? Reason { get; set; }
    }
}
