using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>
/// Begins the digests that are due, on one node at a time. The letter, its entries and the day that is used up are one
/// commit: whenever it is killed, each member has this digest or will have it, and nobody has two of one day.
/// </summary>
sealed class DigestRun(IDbContextFactory<AppDb> dbs, WriteGate gate, NodeName node, TimeProvider clock, ILogger<DigestRun> log) : RegularWork(TimeSpan.FromSeconds(20), clock, log)
{
    const int MembersPerCommit = 100;

    readonly DeploymentPlace _place = new("digest-run", node.Lease, dbs, gate, clock);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await _place.OpenAsync(cancellationToken);
        while (await _place.TakeAsync(cancellationToken) is not null && await BeginSomeAsync(cancellationToken))
        {
            // There may be more, and the lease is looked at in between.
        }
    }

    /// <summary>One commit. False when nobody's digest is due.</summary>
    public async Task<bool> BeginSomeAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(stop);
        var due = await db.Notifications.Where(n => n.DigestAt != null && n.DigestAt <= now)
            .GroupBy(n => n.MemberId).Select(g => new { MemberId = g.Key, Unread = g.Count(n => n.ReadAt == null) }).Take(MembersPerCommit).ToListAsync(stop);
        if (due.Count == 0)
            return false;
        var ids = due.ConvertAll(d => d.MemberId);
        var members = await Listening.ReadAsync(db, ids, stop);
        var here = await db.Members.Where(m => ids.Contains(m.Id) && m.Suspension == null && m.ErasedAt == null && m.Origin == Origin.Person).Select(m => m.Id).ToHashSetAsync(stop);
        var last = await db.LastDigests.Where(l => ids.Contains(l.MemberId)).ToDictionaryAsync(l => l.MemberId, stop);
        return await db.InTransactionAsync(async () =>
        {
            foreach (var one in due)
            {
                var entries = db.Notifications.Where(n => n.MemberId == one.MemberId && n.DigestAt != null && n.DigestAt <= now);
                if (one.Unread == 0 || !here.Contains(one.MemberId))
                    await entries.ExecuteUpdateAsync(set => set.SetProperty(n => n.DigestAt, (DateTimeOffset?)null), stop);
                else
                    await BeginAsync(db, entries, members[one.MemberId], last.GetValueOrDefault(one.MemberId), now, stop);
            }
            return true;
        }, stop);
    }

    static async Task BeginAsync(AppDb db, IQueryable<Notification> entries, Listening member, LastDigest? last, DateTimeOffset now, CancellationToken stop)
    {
        var wall = Clocks.In(member.Zone);
        var today = DateOnly.FromDateTime(wall.Shows(now));
        if (last?.On >= today)
        {
            DateTimeOffset? next = member.Rules.Digest.Next(now, wall);
            await entries.ExecuteUpdateAsync(set => set.SetProperty(n => n.DigestAt, next), stop);
            return;
        }
        if (last is null)
            db.LastDigests.Add(new(member.MemberId, today));
        else
            last.Be(today);
        var mail = new QueuedMail(now) { Kind = DigestLetter.Letter, Language = member.Language, MemberId = member.MemberId, At = now, IsOneOfMany = true };
        db.OutgoingMails.Add(mail);
        await entries.ExecuteUpdateAsync(set => set.SetProperty(n => n.DigestId, mail.Id).SetProperty(n => n.DigestAt, (DateTimeOffset?)null), stop);
    }
}
