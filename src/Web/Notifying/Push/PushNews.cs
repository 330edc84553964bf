using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>
/// Queues a message for each device of a member who is told something that they want to hear there; in their quiet hours
/// it waits for the end of them. What their rules keep out of the app has no notification, and so comes here neither.
/// </summary>
sealed class PushNews(IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerDeployment
{
    public string Name => "push-news";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events.Select(e => e.What).OfType<MembersNotified>())
            await QueueAsync(told, cancellationToken);
    }

    async Task QueueAsync(MembersNotified told, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var waiting = await db.Notifications
            .Where(n => n.EventNumber == told.Number && n.Reason == told.Reason && n.ReadAt == null)
            .Join(db.PushDevices.Where(d => d.Wishes != PushWishes.None), n => n.MemberId, d => d.MemberId, (n, d) => new { n.Id, n.MemberId, n.Kind, Device = d.Id, d.Wishes })
            // An event may come twice.
            .Where(one => !db.QueuedPushes.Any(q => q.DeviceId == one.Device && q.NotificationId == one.Id))
            .ToListAsync(stop);
        var wanted = waiting.Where(one => one.MemberId.CompareTo(told.From) >= 0 && one.MemberId.CompareTo(told.To) <= 0 && (one.Wishes & PushKinds.Of(one.Kind)) != 0).ToList();
        if (wanted.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var members = await Listening.ReadAsync(db, [.. wanted.Select(one => one.MemberId).Distinct()], stop);
        db.QueuedPushes.AddRange(wanted.Select(one => new QueuedPush
        {
            DeviceId = one.Device,
            NotificationId = one.Id,
            At = now,
            NextAt = members[one.MemberId] is { Rules.Quiet: { } quiet } member ? quiet.EndAfter(now, Clocks.In(member.Zone)) : default,
        }));
        await db.SaveUnlessDoneAsync(stop);
    }
}
