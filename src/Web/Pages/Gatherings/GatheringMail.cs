using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Reminders, changes and freed places, by mail to those who wish it.</summary>
sealed class GatheringMail(IDbContextFactory<AppDb> dbs, SiteAddress site, TimeWords times, IStringLocalizer<NotificationsText> news, IStringLocalizer<GatheringsText> text, TimeProvider clock) : IOncePerDeployment
{
    public const string Letter = "GatheringNews";

    static readonly NotificationKind[] Mailed =
    [
        NotificationKind.GatheringEdited, NotificationKind.GatheringMoved, NotificationKind.GatheringCancelled, NotificationKind.GatheringOnceCancelled,
        NotificationKind.GatheringPlaceFreed, NotificationKind.GatheringTomorrow, NotificationKind.GatheringSoon,
    ];

    public string Name => "gathering-mail";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events.Select(e => e.What).OfType<MemberNotified>())
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await QueueAsync(db, told, cancellationToken);
        }
    }

    async Task QueueAsync(AppDb db, MemberNotified told, CancellationToken stop)
    {
        var notification = await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == told.NotificationId && n.ReadAt == null && Mailed.Contains(n.Kind), stop);
        // The mail has the notification's id, so an event that comes twice mails once.
        if (notification is null || await db.OutgoingMails.AnyAsync(m => m.Id == told.NotificationId, stop))
            return;
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == told.SubjectId && m.ErasedAt == null && m.Suspension == null && m.MailsGatherings, stop);
        if (member is null || await db.Gatherings.AsNoTracking().Include(g => g.Occurrences).SingleOrDefaultAsync(g => g.Id == notification.SubjectId, stop) is not { } gathering)
            return;
        await WriteAsync(db, notification, member, gathering, stop);
        await db.SaveChangesAsync(stop);
    }

    async Task WriteAsync(AppDb db, Notification notification, Member member, Gathering gathering, CancellationToken stop)
    {
        var language = member.Language ?? "en";
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language); // flows with this call only
        if (await new NewsReader(db, news).ReadAsync(notification.Id, stop) is not { } row)
            return;
        var time = gathering.Occurrences.FirstOrDefault(o => o.Id == notification.DetailId) ?? gathering.TimeOn(null, clock.GetUtcNow());
        db.OutgoingMails.Add(new()
        {
            Id = notification.Id,
            Kind = Letter,
            Language = language,
            MemberId = member.Id,
            Values = new()
            {
                ["Name"] = member.Name,
                ["Says"] = row.Says,
                ["Why"] = row.Why,
                ["When"] = time is null ? gathering.Title : When(time, gathering.Zone, member.Zone),
                ["Link"] = $"{site.ForMail}/notifications/{notification.Id}",
            },
            At = clock.GetUtcNow(),
        });
    }

    string When(Occurrence time, string zone, string? home)
    {
        string there = text["MailWhen", times.Span(time.Start, time.EndsAt, zone), times.Zone(zone, time.StartsAt)];
        return home is not null && times.Elsewhere(time.StartsAt, time.EndsAt, zone, home) is { } yours ? $"{there}\n{yours}" : there;
    }
}
