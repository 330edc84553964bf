using System.Globalization;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Live;

/// <summary>Tells a member who is connected to this node what they are notified of, as it happens.</summary>
sealed class LiveNews(Listeners listeners, IDbContextFactory<AppDb> dbs, IStringLocalizer<NotificationsText> text) : IOncePerNode
{
    public string Name => "live-news";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events.Select(e => e.What).OfType<MembersNotified>())
            foreach (var here in listeners.Between(told.From, told.To))
                await TellAsync(told, here, cancellationToken);
    }

    async Task TellAsync(MembersNotified told, Guid memberId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var id = await db.Notifications.Where(n => n.MemberId == memberId && n.EventNumber == told.Number && n.Reason == told.Reason).Select(n => n.Id).SingleOrDefaultAsync(stop);
        if (id == Guid.Empty)
            return;
        var language = await db.Members.Where(m => m.Id == memberId).Select(m => m.Language).SingleOrDefaultAsync(stop);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language ?? "en"); // flows with this call only
        if (await new NewsReader(db, text).ReadAsync(id, stop) is not { } row)
            return;
        // What stands at the bell after it: pages show it without asking.
        var unread = await db.Notifications.CountAsync(n => n.MemberId == memberId && n.ReadAt == null, stop);
        var item = new { row.Id, Kind = row.Kind.ToString(), Text = row.Says, Url = $"/notifications/{row.Id}", Reason = row.Why, Unread = unread };
        var message = new SerializedHubMessage(new InvocationMessage("notification", [item]));
        foreach (var connection in listeners.OfMember(memberId))
            connection.Tell(message);
    }
}
