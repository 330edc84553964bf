using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Mail to a member rests because their address sent it back; they let us try once more.</summary>
sealed class MailAgainModel(AppDb db, CurrentMember current, IStringLocalizer<NotificationsText> text) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        db.MailTroubles.RemoveRange(await db.MailTroubles.Where(t => t.MemberId == current.Id).ToListAsync(stop));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/notifications", text["MailTried"]);
    }
}
