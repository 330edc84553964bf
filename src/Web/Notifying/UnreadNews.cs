using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>Who looks, with the number that stands at the bell.</summary>
static class UnreadNews
{
    public static async ValueTask<Viewer?> Viewer(HttpContext http)
    {
        if (await MemberIdentity.Viewer(http) is not { } viewer)
            return null;
        var services = http.RequestServices;
        var id = services.GetRequiredService<CurrentMember>().Id;
        var unread = await services.GetRequiredService<AppDb>().Notifications.CountAsync(n => n.MemberId == id && n.ReadAt == null, http.RequestAborted);
        return viewer with { Unread = unread };
    }
}
