using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of rooms: invitations and requests, and what was said to them or given to them to do.</summary>
static class RoomNews
{
    public static async Task<News?> OfAsync(AppDb db, RoomEvent happened, CancellationToken stop) => happened switch
    {
        MessagePosted posted => await SaidAsync(db, posted, stop),
        ActionGiven given => await GivenAsync(db, given, stop),
        ActionDue due => await DueAsync(db, due, stop),
        JargonRaised raised => await AskedAboutAsync(db, raised, stop),
        RoomInvited invited => await AboutAsync(db, invited.MembershipId, RoomMembershipState.Invited, NotificationKind.RoomInvited, NotificationReason.YouAreInvited, stop),
        RoomJoinAccepted accepted => await AboutAsync(db, accepted.MembershipId, RoomMembershipState.Joined, NotificationKind.RoomJoinAccepted, NotificationReason.YouAskedRoom, stop),
        RoomMemberRemoved removed => await AboutAsync(db, removed.MembershipId, RoomMembershipState.Removed, NotificationKind.RoomRemoved, NotificationReason.AboutYou, stop),
        RoomJoinAsked asked => await AskedAsync(db, asked, stop),
        _ => null,
    };

    static async Task<News?> AboutAsync(AppDb db, Guid membershipId, RoomMembershipState state, NotificationKind kind, NotificationReason why, CancellationToken stop) =>
        await db.RoomMemberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId && m.State == state, stop) is { } membership
            ? new(kind, membership.RoomId, membership.ById, membership.Id, [new(why, db.Members.Where(m => m.Id == membership.MemberId))])
            : null;

    static async Task<News?> AskedAsync(AppDb db, RoomJoinAsked asked, CancellationToken stop) =>
        await db.RoomMemberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == asked.MembershipId && m.State == RoomMembershipState.Asked, stop) is { } membership
            ? new(NotificationKind.RoomJoinAsked, membership.RoomId, membership.MemberId, membership.Id, [new(NotificationReason.YouStewardRoom, Stewards(db, membership.RoomId))])
            : null;

    static async Task<News?> GivenAsync(AppDb db, ActionGiven given, CancellationToken stop) =>
        await db.MessageMarks.AsNoTracking().SingleOrDefaultAsync(m => m.MessageId == given.MessageId && m.OwnerId != null, stop) is { } mark
            ? new(NotificationKind.RoomActionGiven, mark.RoomId, mark.ById, mark.MessageId, [new(NotificationReason.YourAction, Readers(db, mark.RoomId).Where(m => m.Id == mark.OwnerId))])
            : null;

    /// <summary>What was done meanwhile needs no word, and nobody hears of a room that they read no more.</summary>
    static async Task<News?> DueAsync(AppDb db, ActionDue due, CancellationToken stop) =>
        await db.MessageMarks.AsNoTracking().SingleOrDefaultAsync(m => m.MessageId == due.MessageId && m.OwnerId != null && m.DoneAt == null, stop) is { } mark
            ? new(NotificationKind.RoomActionDue, mark.RoomId, null, mark.MessageId, [new(NotificationReason.YourAction, Readers(db, mark.RoomId).Where(m => m.Id == mark.OwnerId))])
            : null;

    /// <summary>Of a card without a name nobody is the actor: the author hears of it, whoever it was.</summary>
    static async Task<News?> AskedAboutAsync(AppDb db, JargonRaised raised, CancellationToken stop) =>
        await db.Messages.SelectMany(m => m.Cards, (m, c) => new { Message = m, Card = c }).Where(x => x.Card.Id == raised.CardId)
            .Select(x => new { x.Message.Id, x.Message.AuthorId, x.Card.ById }).SingleOrDefaultAsync(stop) is { } card
            ? new(NotificationKind.RoomJargon, raised.SubjectId, card.ById, card.Id, [new(NotificationReason.YourWords, Readers(db, raised.SubjectId).Where(m => m.Id == card.AuthorId))])
            : null;

    static async Task<News?> SaidAsync(AppDb db, MessagePosted posted, CancellationToken stop)
    {
        // What an import or a demo brings comes by the thousand, and nobody there called anybody here.
        var said = await db.Messages.Where(m => m.RoomId == posted.SubjectId && m.Seq == posted.Seq && m.Deletion == null && m.Author.Origin == Origin.Person)
            .Select(m => new { m.Id, m.AuthorId, m.Body, m.Topic, m.ReplyToSeq, IsForTwo = m.Room.Pair != null, Watched = db.TopicWatches.Any(w => w.RoomId == m.RoomId && w.Topic == m.Topic && w.Level == WatchLevel.Followed) })
            .SingleOrDefaultAsync(stop);
        if (said is null)
            return null;
        var (room, readers) = (posted.SubjectId, Readers(db, posted.SubjectId));
        var calls = Mentions.In(said.Body);
        List<Hearers> hearers = [];
        if (calls.Handles.Count > 0)
            hearers.Add(new(NotificationReason.YouAreCalled, readers.Where(m => calls.Handles.Contains(m.Handle))));
        if (said.ReplyToSeq is { } answered)
            hearers.Add(new(NotificationReason.YourMessage, readers.Where(m => db.Messages.Any(a => a.RoomId == room && a.Seq == answered && a.AuthorId == m.Id))));
        if (calls.Parts != RoomParts.None || calls.Stewards)
            hearers.Add(new(NotificationReason.YourPartIsCalled, db.Members.Where(m => db.RoomMemberships.Any(r => r.RoomId == room && r.MemberId == m.Id
                && r.State == RoomMembershipState.Joined && ((r.Parts & calls.Parts) != RoomParts.None || (calls.Stewards && r.Role == RoomRole.Steward))))));
        if (said.Watched)
            hearers.Add(new(NotificationReason.YouFollowRoomTopic, Followers(db, room, said.Topic, readers)));
        if (said.IsForTwo)
            hearers.Add(new(NotificationReason.YourTalk, ReadersWithoutNews(db, room, readers)));
        return hearers.Count == 0 ? null : new(NotificationKind.RoomMessage, room, said.AuthorId, said.Id, hearers);
    }

    /// <summary>Followers hear of the first new message; of those after it once they have looked.</summary>
    static IQueryable<Member> Followers(AppDb db, Guid room, string topic, IQueryable<Member> readers) => readers.Where(m =>
        db.TopicWatches.Any(w => w.RoomId == room && w.Topic == topic && w.MemberId == m.Id && w.Level == WatchLevel.Followed)
        && !db.Notifications.Any(n => n.MemberId == m.Id && n.ReadAt == null && n.SubjectId == room && n.Kind == NotificationKind.RoomMessage
            && n.Reason == NotificationReason.YouFollowRoomTopic && db.Messages.Any(said => said.Id == n.DetailId && said.Topic == topic)));

    /// <summary>Of what is said in a room for two the other hears once; of what comes after it once they have looked.</summary>
    static IQueryable<Member> ReadersWithoutNews(AppDb db, Guid room, IQueryable<Member> readers) => readers.Where(m =>
        !db.Notifications.Any(n => n.MemberId == m.Id && n.ReadAt == null && n.SubjectId == room && n.Kind == NotificationKind.RoomMessage));

    /// <summary>Those who may read the room: whoever may not is told nothing of it.</summary>
    static IQueryable<Member> Readers(AppDb db, Guid room) => db.Members.Where(m => db.Rooms.Any(r => r.Id == room
        && (r.Audience == RoomAudience.Open || r.Memberships.Any(one => one.MemberId == m.Id && one.State == RoomMembershipState.Joined))));

    static IQueryable<Member> Stewards(AppDb db, Guid room) => db.Members.Where(m => db.RoomMemberships.Any(r => r.RoomId == room && r.MemberId == m.Id
        && r.State == RoomMembershipState.Joined && r.Role == RoomRole.Steward));
}
