using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>Asks, when a letter is written, what of it its reader may still read and what is not past: a few questions for all of it.</summary>
sealed class NewsAudience
{
    readonly IReadOnlyCollection<Notification> _told;
    readonly HashSet<Guid> _still;
    readonly CancellationToken _stop;

    NewsAudience(IReadOnlyCollection<Notification> told, CancellationToken stop) => (_told, _still, _stop) = (told, [.. told.Select(n => n.Id)], stop);

    /// <returns>The ids of those that may be told.</returns>
    public static async Task<HashSet<Guid>> StillAsync(AppDb db, Member member, IReadOnlyCollection<Notification> told, DateTimeOffset now, CancellationToken stop)
    {
        var audience = new NewsAudience(told, stop);
        await audience.OfStoriesAndIdeasAsync(db, member.Id);
        await audience.OfGatheringsAsync(db, member, now);
        await audience.OfRoomsAsync(db, member, now);
        await audience.OfPeopleAsync(db, member, now);
        return audience._still;
    }

    async Task OfStoriesAndIdeasAsync(AppDb db, Guid me)
    {
        await KeepAsync(n => n.Kind is NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Response or NotificationKind.StoryPublished or NotificationKind.StoryFeatured
                or NotificationKind.StandingConfirmed or NotificationKind.HubStoryShared, n => n.SubjectId,
            ids => db.Stories.Where(s => ids.Contains(s.Id) && ((s.Withdrawal == null && s.Hiding == null) || s.AuthorId == me)).Select(s => s.Id));
        await KeepAsync(n => n.Kind is NotificationKind.Comment or NotificationKind.Answer, n => n.DetailId,
            ids => db.Comments.Where(c => ids.Contains(c.Id) && c.Removal == null).Select(c => c.Id));
        await KeepAsync(n => n.Kind is NotificationKind.IdeaProposed or NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold or NotificationKind.IdeaStandingConfirmed, n => n.SubjectId,
            ids => db.Ideas.Public().Where(i => ids.Contains(i.Id)).Select(i => i.Id));
        await KeepAsync(n => n.Kind is NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold, n => n.DetailId,
            ids => db.Adaptations.Where(a => ids.Contains(a.Id) && a.WithdrawnAt == null).Select(a => a.Id));
    }

    async Task OfGatheringsAsync(AppDb db, Member member, DateTimeOffset now)
    {
        await KeepAsync(n => n.Kind is >= NotificationKind.GatheringAnnounced and <= NotificationKind.GatheringHosting, n => n.SubjectId,
            ids => db.Gatherings.VisibleTo(member).Where(g => ids.Contains(g.Id) && g.Hiding == null && db.Occurrences.Any(o => o.GatheringId == g.Id && o.EndsAt > now)).Select(g => g.Id));
        await KeepAsync(n => n.Kind is >= NotificationKind.GatheringAnnounced and <= NotificationKind.GatheringHosting and not NotificationKind.GatheringCancelled, n => n.SubjectId,
            ids => db.Gatherings.Where(g => ids.Contains(g.Id) && g.Cancellation == null).Select(g => g.Id));
        await KeepAsync(n => n.Kind is NotificationKind.GatheringTomorrow or NotificationKind.GatheringSoon or NotificationKind.GatheringOnceCancelled, n => n.DetailId,
            ids => db.Occurrences.Where(o => ids.Contains(o.Id) && o.StartsAt > now).Select(o => o.Id));
        await KeepAsync(n => n.Kind is NotificationKind.GatheringMoved or NotificationKind.GatheringPlaceFreed, n => n.DetailId,
            ids => db.Occurrences.Where(o => ids.Contains(o.Id) && o.EndsAt > now).Select(o => o.Id));
    }

    async Task OfRoomsAsync(AppDb db, Member member, DateTimeOffset now)
    {
        await KeepAsync(n => n.Kind is NotificationKind.RoomMessage or NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue or NotificationKind.RoomJargon
                or NotificationKind.RoomJoinAsked or NotificationKind.RoomJoinAccepted or NotificationKind.TalkAccepted, n => n.SubjectId,
            ids => db.Rooms.VisibleTo(member).Where(r => ids.Contains(r.Id)).Select(r => r.Id));
        await KeepAsync(n => n.Kind == NotificationKind.TalkAsked, n => n.SubjectId, ids => db.TalkRequests.OpenAt(now).Where(r => ids.Contains(r.Id)).Select(r => r.Id));
        await KeepAsync(n => n.Kind == NotificationKind.RoomInvited, n => n.SubjectId, ids => db.Rooms.KnownTo(member).Where(r => ids.Contains(r.Id)).Select(r => r.Id));
        // Whoever has read on in the room has read it.
        await KeepAsync(n => n.Kind == NotificationKind.RoomMessage, n => n.DetailId, ids => db.Messages.Where(m => ids.Contains(m.Id) && m.Deletion == null
            && !db.ReadMarks.Any(r => r.RoomId == m.RoomId && r.MemberId == member.Id && r.Seq >= m.Seq)).Select(m => m.Id));
    }

    async Task OfPeopleAsync(AppDb db, Member member, DateTimeOffset now)
    {
        await KeepAsync(n => n.Kind is >= NotificationKind.PeerTeamAsked and <= NotificationKind.PeerTeamCoachFound, n => n.SubjectId,
            ids => db.PeerTeams.VisibleTo(member).Where(t => ids.Contains(t.Id) && t.Ending == null).Select(t => t.Id));
        await KeepAsync(n => n.Kind is NotificationKind.TeamInvitation or NotificationKind.TeamJoined, n => n.SubjectId,
            ids => db.Listings.VisibleTo(member).Where(l => ids.Contains(l.Id)).Select(l => l.Id));
        await KeepAsync(n => n.Kind == NotificationKind.MentoringAsked, n => n.SubjectId, ids => db.MentoringRequests.OpenAt(now).Where(r => ids.Contains(r.Id)).Select(r => r.Id));
        await KeepAsync(n => n.Kind is >= NotificationKind.VisitAsked and <= NotificationKind.VisitReported, n => n.SubjectId, ids => db.Visits.Of(member.Id).Where(v => ids.Contains(v.Id)).Select(v => v.Id));
        await KeepAsync(n => n.Kind == NotificationKind.VisitAsked, n => n.SubjectId, ids => db.Visits.Waiting().Where(v => ids.Contains(v.Id)).Select(v => v.Id));
        await KeepAsync(n => n.Kind is NotificationKind.MentoringAccepted or NotificationKind.MentoringEnded or NotificationKind.MentoringQuestion, n => n.SubjectId,
            ids => db.Pacts.Of(member.Id).Where(p => ids.Contains(p.Id)).Select(p => p.Id));
        await KeepAsync(n => n.Kind == NotificationKind.SearchMatched, n => n.SubjectId, ids => db.SavedSearches.Where(s => ids.Contains(s.Id)).Select(s => s.Id));
    }

    /// <summary>Of these kinds only those stay whose thing is among what is there.</summary>
    async Task KeepAsync(Func<Notification, bool> which, Func<Notification, Guid?> of, Func<List<Guid>, IQueryable<Guid>> there)
    {
        var asked = _told.Where(n => _still.Contains(n.Id) && which(n) && of(n) is not null).ToList();
        if (asked.Count == 0)
            return;
        var found = await there([.. asked.Select(n => of(n)!.Value).Distinct()]).ToHashSetAsync(_stop);
        _still.ExceptWith(asked.Where(n => !found.Contains(of(n)!.Value)).Select(n => n.Id));
    }
}
