using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>
/// Tells one piece of news to everybody who is to hear it: reads the rules of some hundred members at a time, asks
/// them how, and stores notifications together with the mail that follows from them.
/// </summary>
sealed class Telling(AppDb db, long number, News news, DateTimeOffset now)
{
    /// <summary>Of all kinds together, so that nobody else waits long for their turn to write.</summary>
    public const int RowsPerCommit = 500;

    readonly List<Notification> _told = [];
    int _rows;

    public async Task ToAllAsync(CancellationToken stop)
    {
        // An event may come twice; who has heard already is passed over.
        var heard = await db.Notifications.Where(n => n.EventNumber == number).Select(n => n.MemberId).ToHashSetAsync(stop);
        if (news.ActorId is { } actor)
            heard.Add(actor);
        foreach (var reason in news.Reasons)
        {
            // In the order of members, so that a commit can be announced by its first and its last.
            foreach (var some in (await WhoAsync(reason, stop)).Where(h => !heard.Contains(h.MemberId)).OrderBy(h => h.MemberId).Chunk(RowsPerCommit))
                await ToSomeAsync(some, reason.Why, heard, stop);
            await SaveAsync(stop);
        }
    }

    async Task ToSomeAsync(Hearer[] some, NotificationReason why, HashSet<Guid> heard, CancellationToken stop)
    {
        var listeners = await Listening.ReadAsync(db, [.. some.Select(h => h.MemberId).Distinct()], stop);
        foreach (var hearer in some)
        {
            if (heard.Contains(hearer.MemberId) || hearer.Only is { } only && news.Facts is { } facts && !only.IsMetBy(facts))
                continue;
            var member = listeners[hearer.MemberId];
            var told = news.To(hearer.MemberId, number, why, hearer.Via, now);
            var delivery = Delivery.Decide(member.Rules, told, Subject.Of(told, news.Topic), news.Usual, now, Clocks.In(member.Zone));
            // What is not told by this reason may be by the next.
            if (!delivery.InApp)
                continue;
            heard.Add(hearer.MemberId);
            var rows = Deliveries.Add(db, told, delivery, member);
            _told.Add(told);
            _rows += rows;
            // Room for another with its mail, and for the event.
            if (_rows > RowsPerCommit - 3)
                await SaveAsync(stop);
        }
    }

    async Task SaveAsync(CancellationToken stop)
    {
        if (_told.Count == 0)
            return;
        Notification.Announce(_told);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        _told.Clear();
        _rows = 0;
    }

    async Task<List<Hearer>> WhoAsync(Hearers reason, CancellationToken stop)
    {
        if (reason.Who is { } who)
            return await who.Where(m => m.Suspension == null && m.ErasedAt == null && m.Origin == Origin.Person).Select(m => new Hearer(m.Id, null, null)).ToListAsync(stop);
        // Told by what they began to follow first, when they follow several.
        return await reason.Follows!.Where(f => db.Members.Any(m => m.Id == f.MemberId && m.Suspension == null && m.ErasedAt == null && m.Origin == Origin.Person))
            .OrderBy(f => f.At).Select(f => new Hearer(f.MemberId, f.TargetId, f.Only)).ToListAsync(stop);
    }
}
