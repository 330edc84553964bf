using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of gatherings: those who come or may come, the hosts, and who follows what it belongs to.</summary>
static class GatheringNews
{
    /// <summary>Parts of a gathering that those who come need to know of.</summary>
    static readonly GatheringPart[] Matter = [GatheringPart.Title, GatheringPart.When, GatheringPart.Where, GatheringPart.Link, GatheringPart.Access, GatheringPart.Cost, GatheringPart.Languages];

    public static async Task<News?> OfAsync(AppDb db, GatheringEvent happened, DateTimeOffset now, CancellationToken stop)
    {
        var gathering = await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == happened.SubjectId && g.Hiding == null, stop);
        return gathering is null ? null : happened switch
        {
            GatheringAnnounced => await AnnouncedAsync(db, gathering, stop),
            GatheringEdited edited => await EditedAsync(db, gathering, edited.ChangeId, now, stop),
            GatheringCancelled => new(NotificationKind.GatheringCancelled, gathering.Id, gathering.Cancellation?.ById, null, ToCome(db, gathering, now)),
            OccurrenceCancelled once => await OnceAsync(db, gathering, once.OccurrenceId, NotificationKind.GatheringOnceCancelled, stop),
            OccurrenceMoved moved => await OnceAsync(db, gathering, moved.OccurrenceId, NotificationKind.GatheringMoved, stop),
            PlaceFreed freed => await FreedAsync(db, gathering, freed.RsvpId, stop),
            GatheringNear near => await NearAsync(db, gathering, near, now, stop),
            HostAdded host => new(NotificationKind.GatheringHosting, gathering.Id, null, null, [new(NotificationReason.YouHost, db.Members.Where(m => m.Id == host.MemberId))]),
            _ => null,
        };
    }

    static async Task<News?> AnnouncedAsync(AppDb db, Gathering gathering, CancellationToken stop)
    {
        // What a demo brings comes by the dozen, and followers asked for people.
        if (gathering.Origin != Origin.Person || gathering.IsOfHostsOnly)
            return null;
        var told = (await Followable.GatheringsAsync(db, db.Gatherings.Where(g => g.Id == gathering.Id), stop)).Single();
        return new(NotificationKind.GatheringAnnounced, gathering.Id, told.ById, null,
        [
            new(NotificationReason.YouFollowHub, db.Follows.Where(f => f.Kind == FollowedKind.Hub && f.TargetId == gathering.HubId)),
            new(NotificationReason.YouFollowMember, db.Follows.Where(f => f.Kind == FollowedKind.Member && f.TargetId == told.ById)),
            new(NotificationReason.YouFollowTopic, Notifier.FollowingTopics(db, told.Facts.Topics)),
        ])
        { Facts = told.Facts };
    }

    static async Task<News?> EditedAsync(AppDb db, Gathering gathering, Guid changeId, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<GatheringChange>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == changeId, stop) is { } change && change.Parts.Intersect(Matter).Any()
            ? new(NotificationKind.GatheringEdited, gathering.Id, change.ById, null, ToCome(db, gathering, now))
            : null;

    static async Task<News?> OnceAsync(AppDb db, Gathering gathering, Guid occurrenceId, NotificationKind kind, CancellationToken stop) =>
        await db.Occurrences.AsNoTracking().SingleOrDefaultAsync(o => o.Id == occurrenceId, stop) is { } occurrence
            ? new(kind, gathering.Id, occurrence.Cancellation?.ById, occurrence.Id, To(db, gathering, db.Occurrences.Where(o => o.Id == occurrenceId)))
            : null;

    static async Task<News?> FreedAsync(AppDb db, Gathering gathering, Guid rsvpId, CancellationToken stop) =>
        await db.Rsvps.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rsvpId && r.Coming == Coming.Yes && !r.Waits, stop) is { } rsvp
            ? new(NotificationKind.GatheringPlaceFreed, gathering.Id, null, rsvp.OccurrenceId,
            [
                // Who waits for a whole series hears of many days at once: one word until they have looked.
                new(NotificationReason.YouCome, db.Members.Where(m => m.Id == rsvp.MemberId
                    && !db.Notifications.Any(n => n.MemberId == m.Id && n.SubjectId == gathering.Id && n.Kind == NotificationKind.GatheringPlaceFreed && n.ReadAt == null))),
            ])
            : null;

    /// <summary>A reminder that comes late, because the site was down, is not sent once it has begun.</summary>
    static async Task<News?> NearAsync(AppDb db, Gathering gathering, GatheringNear near, DateTimeOffset now, CancellationToken stop)
    {
        if (!await db.Occurrences.AnyAsync(o => o.Id == near.OccurrenceId && o.Cancellation == null && o.StartsAt > now, stop) || gathering.Cancellation is not null)
            return null;
        var isSoon = near is GatheringSoon;
        var wish = isSoon ? Reminders.HourBefore : Reminders.DayBefore;
        return new(isSoon ? NotificationKind.GatheringSoon : NotificationKind.GatheringTomorrow, gathering.Id, null, near.OccurrenceId,
        [
            new(NotificationReason.YouCome, db.Members.Where(m => db.Rsvps.Any(r => r.OccurrenceId == near.OccurrenceId && r.MemberId == m.Id && r.Coming == Coming.Yes && !r.Waits && (r.Reminders & wish) != 0))),
            new(NotificationReason.YouMayCome, db.Members.Where(m => db.Rsvps.Any(r => r.OccurrenceId == near.OccurrenceId && r.MemberId == m.Id && r.Coming == Coming.Maybe && (r.Reminders & wish) != 0))),
            // Who opens the door hears it too, unless they said otherwise with an answer of their own.
            new(NotificationReason.YouHost, db.Members.Where(m => db.Set<GatheringHost>().Any(h => h.GatheringId == gathering.Id && h.MemberId == m.Id)
                && !db.Rsvps.Any(r => r.OccurrenceId == near.OccurrenceId && r.MemberId == m.Id && r.Coming != Coming.Unsaid))),
        ]);
    }

    static List<Hearers> ToCome(AppDb db, Gathering gathering, DateTimeOffset now) => To(db, gathering, db.Occurrences.Where(o => o.GatheringId == gathering.Id && o.EndsAt > now));

    static List<Hearers> To(AppDb db, Gathering gathering, IQueryable<Occurrence> times) =>
    [
        new(NotificationReason.YouCome, db.Members.Where(m => times.Any(o => o.Rsvps.Any(r => r.MemberId == m.Id && r.Coming == Coming.Yes)))),
        new(NotificationReason.YouMayCome, db.Members.Where(m => times.Any(o => o.Rsvps.Any(r => r.MemberId == m.Id && r.Coming == Coming.Maybe)))),
        // A meeting of hosts has nobody else to hear of it.
        new(NotificationReason.YouHost, db.Members.Where(m => gathering.IsOfHostsOnly && db.Set<GatheringHost>().Any(h => h.GatheringId == gathering.Id && h.MemberId == m.Id))),
    ];
}
