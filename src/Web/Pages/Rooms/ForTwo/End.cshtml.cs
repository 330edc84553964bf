using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>Either of the two ends their room, and leaves it if they wish.</summary>
sealed class EndModel(RoomVisit visit, TalkMaking making, IStringLocalizer<ForTwoText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;

    /// <summary>What the other asks later does not reach me.</summary>
    [BindProperty]
    public bool ForGood { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await OpenAsync(slug, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string slug, CancellationToken stop) => EndAsync(slug, leave: false, stop);

    public Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop) => EndAsync(slug, leave: true, stop);

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);

    async Task<IActionResult> EndAsync(string slug, bool leave, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        await making.EndAsync(visit.Room, visit.Me.Id, leave, ForGood, stop);
        return leave ? this.Done("/rooms", text["Left"]) : this.Done(visit.Address, text["Ended"]);
    }

    async Task<bool> OpenAsync(string slug, CancellationToken stop) => await visit.OpenAsync(slug, stop) && visit is { Room.IsForTwo: true, IsMember: true };
}
