using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Leads to what a notification is about, and counts it as read, with those of before that are told as one with it.</summary>
public sealed class OpenModel(AppDb db, CurrentMember current, NewsReader news, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == id && n.MemberId == member.Id, stop) is not { } notification)
            return NotFound();
        notification.Read(clock.GetUtcNow());
        if (notification.Kind.ComesInNumbers())
            foreach (var before in await db.Notifications.Where(n => n.MemberId == member.Id && n.ReadAt == null && n.Kind == notification.Kind && n.SubjectId == notification.SubjectId
                && n.Reason == notification.Reason && n.At <= notification.At && n.WaitsFor == null).ToListAsync(stop))
                before.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done(await news.AddressAsync(notification, member, stop));
    }
}
