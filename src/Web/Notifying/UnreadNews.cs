using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>Who looks, with the number that stands at the bell. It is asked for on every page of a member, so its query is translated once.</summary>
sealed class UnreadNews
{
    // Not static: a translation belongs to one database.
    readonly Func<AppDb, Guid, Task<int>> _count = EF.CompileAsyncQuery((AppDb db, Guid memberId) =>
        db.Notifications.Count(n => n.MemberId == memberId && n.ReadAt == null));

    public static async ValueTask<Viewer?> Viewer(HttpContext http)
    {
        var services = http.RequestServices;
        return await MemberIdentity.Viewer(http) is { } viewer && services.GetRequiredService<CurrentMember>().Id is { } id
            ? viewer with { Unread = await services.GetRequiredService<UnreadNews>()._count(services.GetRequiredService<AppDb>(), id) }
            : null;
    }
}
