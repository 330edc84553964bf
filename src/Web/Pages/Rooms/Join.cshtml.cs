using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>The door of a room: come in, ask, answer an invitation, agree anew, and leave.</summary>
public sealed class JoinModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsInvited => visit.Mine?.State == RoomMembershipState.Invited;
    public bool HasAsked => visit.Mine?.State == RoomMembershipState.Asked;
    public bool WasRemoved => visit.Room.WasRemoved(visit.Me);

    /// <summary>Nobody needs to say yes.</summary>
    public bool LetsIn => visit.Room.LetsIn(visit.Me, visit.Belongs);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        if (visit.Room.IsForTwo)
            return Redirect(TalkAddress.OfEnd(slug));
        Input.Number = visit.Room.AgreementNumber;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        if (visit.IsMember)
            return this.Done(visit.Address);
        var words = CleanText.Lines(Input.Words);
        if (words.Length > RoomMembership.WordsLimit)
            ModelState.AddModelError("Input.Words", text["TooLong", RoomMembership.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (visit.Agreement is not null && !Input.Agreed)
            ModelState.AddModelError("Input.Agreed", text["AgreeFirst"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var comesIn = false;
        await visit.ChangeAsync(() =>
        {
            comesIn = visit.IsMember || LetsIn;
            if (visit.IsMember)
                return;
            if (comesIn)
            {
                var mine = visit.Room.Join(visit.Me, visit.Belongs, Input.Number, visit.Now);
                mine.TakePartAs(mine.Parts | visit.PartsInTeam);
            }
            else
                visit.Room.AskToJoin(visit.Me, words, Input.Number, visit.Now);
        }, stop);
        return this.Done(comesIn ? visit.Address : visit.Address + "/join", text[comesIn ? "Joined" : "Asked"]);
    }

    public async Task<IActionResult> OnPostAgreeAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || !visit.IsMember)
            return NotFound();
        if (Input.Number != visit.Room.AgreementNumber)
            return this.Done(visit.Address + "/join"); // it changed once more; the page shows the newest
        visit.Mine!.AgreeTo(Input.Number);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(visit.Address, text["Agreed"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        if (visit.Mine is not { } mine)
            return this.Done("/rooms");
        var key = mine.State switch { RoomMembershipState.Invited => "InvitationDeclined", RoomMembershipState.Asked => "RequestTakenBack", _ => "LeftRoom" };
        await visit.ChangeAsync(() =>
        {
            if (visit.Mine is not { } standing)
                return;
            visit.Room.Leave(standing, visit.Now);
            db.Remove(standing);
        }, stop);
        return this.Done("/rooms", text[key]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);
        Input.Number = visit.Room.AgreementNumber;
        Input.Agreed = false;
        ModelState.Remove("Input.Number");
        ModelState.Remove("Input.Agreed");
    }

    public sealed class Form
    {
        [ValidateNever, MaxLength(RoomMembership.WordsLimit)]
        public string? Words { get; set; }

        [ValidateNever, Required]
        public bool Agreed { get; set; }

        /// <summary>The agreement that was on the page.</summary>
        [ValidateNever]
        public int Number { get; set; }
    }
}
