using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>Takes what somebody does in a circle, and leads back to it.</summary>
public sealed class ActModel(AppDb db, RoomVisit visit, IStringLocalizer<CirclesText> text) : PageModel, IShownAgain
{
    long _seq;

    public RoomVisit Visit => visit;
    public string Back => RoomAddress.OfMessage(visit.Room.Slug, _seq);

    public async Task<IActionResult> OnGetAsync(string slug, long seq, CancellationToken stop) =>
        await FindAsync(slug, seq, stop) ? Redirect(Back) : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, long seq, CircleAct act, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop) || !ModelState.IsValid || !Enum.IsDefined(act))
            return NotFound();
        return await db.ChangeMessageAsync(slug, seq, visit.Me.Id, (message, me) => message.ActInCircle(me, act, visit.Now), stop) is null
            ? NotFound()
            : this.Done(Back, text[$"Did{act}"]);
    }

    public Task LoadAgainAsync() => FindAsync(visit.Room.Slug, _seq, HttpContext.RequestAborted);

    Task<bool> FindAsync(string slug, long seq, CancellationToken stop)
    {
        _seq = seq;
        return visit.OpenToReadAsync(slug, stop);
    }
}
