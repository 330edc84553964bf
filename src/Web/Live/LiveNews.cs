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
        foreach (var told in events.Select(e => e.What).OfType<MemberNotified>())
        {
            var connections = listeners.OfMember(told.SubjectId).ToList();
            if (connections.Count == 0)
                continue;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var language = await db.Members.Where(m => m.Id == told.SubjectId).Select(m => m.Language).SingleOrDefaultAsync(cancellationToken);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language ?? "en");
            if (await new NewsReader(db, text).ReadAsync(told.NotificationId, cancellationToken) is not { } row)
                continue;
            var item = new { row.Id, Kind = row.Kind.ToString(), Text = row.Says, Url = $"/notifications/{row.Id}", Reason = row.Why };
            var message = new SerializedHubMessage(new InvocationMessage("notification", [item]));
            foreach (var connection in connections)
                connection.Tell(message);
        }
    }
}
