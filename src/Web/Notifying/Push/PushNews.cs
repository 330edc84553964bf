using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>Queues a message for each device of a member who is told something that they want to hear there.</summary>
sealed class PushNews(IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerDeployment
{
    public string Name => "push-news";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var told = events.Select(e => e.What).OfType<MemberNotified>().ToList();
        if (told.Count == 0)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var members = told.Select(t => t.SubjectId).Distinct().ToList();
        var devices = await db.PushDevices.AsNoTracking().Where(d => members.Contains(d.MemberId) && d.Wishes != PushWishes.None).ToListAsync(cancellationToken);
        if (devices.Count == 0)
            return;
        var ids = told.Select(t => t.NotificationId).ToList();
        var kinds = await db.Notifications.Where(n => ids.Contains(n.Id) && n.ReadAt == null).Select(n => new { n.Id, n.MemberId, n.Kind }).ToListAsync(cancellationToken);
        // An event may come twice.
        var queued = await db.QueuedPushes.Where(q => ids.Contains(q.NotificationId)).Select(q => new { q.DeviceId, q.NotificationId }).ToListAsync(cancellationToken);
        foreach (var kind in kinds)
            db.QueuedPushes.AddRange(devices.Where(d => d.MemberId == kind.MemberId && (d.Wishes & PushKinds.Of(kind.Kind)) != 0 && !queued.Contains(new { DeviceId = d.Id, NotificationId = kind.Id }))
                .Select(d => new QueuedPush { DeviceId = d.Id, NotificationId = kind.Id, At = clock.GetUtcNow() }));
        await db.SaveUnlessDoneAsync(cancellationToken);
    }
}
