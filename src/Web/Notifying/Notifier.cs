using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Searches;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>Turns what happened into what members are told: each of them once an event, by the first reason that holds.</summary>
sealed partial class Notifier(IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerDeployment
{
    const int RowsPerCommit = 500;

    public string Name => "notifications";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var raised in events)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if (await NewsOfAsync(db, raised.What, cancellationToken) is { } news)
                await TellAsync(db, raised.Number, news, cancellationToken);
        }
    }

    async Task<News?> NewsOfAsync(AppDb db, DomainEvent happened, CancellationToken stop) => happened switch
    {
        CommentAdded added => await CommentAsync(db, added, stop),
        StoryAnswered answered => await ResponseAsync(db, answered, stop),
        StoryPublished published => await PublishedAsync(db, published.SubjectId, stop),
        StoryFeatured featured => ToAuthor(db, featured.SubjectId, NotificationKind.StoryFeatured),
        StoryHidden hidden => ToAuthor(db, hidden.SubjectId, NotificationKind.StoryHidden),
        StandingConfirmed confirmed => ToAuthor(db, confirmed.SubjectId, NotificationKind.StandingConfirmed),
        StoryWithdrawn withdrawn => await WithdrawnAsync(db, withdrawn.SubjectId, stop),
        CommentChanged changed => await RemovedAsync(db, changed, stop),
        ClaimDecided decided => await DecidedAsync(db, decided, stop),
        TeamInvited invited => await InvitedAsync(db, invited, stop),
        TeamJoined joined => await JoinedAsync(db, joined, stop),
        StewardChanged changed => ToSteward(db, changed.SubjectId, NotificationKind.StewardChanged, null),
        SpotlightProposed or SpotlightAnswered or SpotlightShown => await SpotlightAsync(db, happened, stop),
        ReportResolved resolved => await ResolvedAsync(db, resolved, stop),
        HubEvent ofHub => await HubNews.OfAsync(db, ofHub, clock.GetUtcNow(), stop),
        HubFoundingAsked founding => await HubNews.FoundingAskedAsync(db, founding.SubjectId, stop),
        HubFoundingAnswered founding => await HubNews.FoundingAnsweredAsync(db, founding.SubjectId, stop),
        GatheringEvent ofGathering => await GatheringNews.OfAsync(db, ofGathering, clock.GetUtcNow(), stop),
        RoomEvent ofRoom => await RoomNews.OfAsync(db, ofRoom, stop),
        PeerTeamEvent ofTeam => await TeamNews.OfAsync(db, ofTeam, stop),
        MentoringEvent ofMentoring => await MentoringNews.OfAsync(db, ofMentoring, clock.GetUtcNow(), stop),
        VisitEvent ofVisit => await VisitNews.OfAsync(db, ofVisit, stop),
        TalkEvent ofTalk => await TalkNews.OfAsync(db, ofTalk, clock.GetUtcNow(), stop),
        SearchMatched matched => Matched(db, matched),
        _ => await OfIdeasAsync(db, happened, stop),
    };

    async Task TellAsync(AppDb db, long number, News news, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // An event may come twice; who has heard already is passed over.
        var told = await db.Notifications.Where(n => n.EventNumber == number).Select(n => n.MemberId).ToHashSetAsync(stop);
        if (news.ActorId is { } actor)
            told.Add(actor);
        foreach (var reason in news.Reasons)
        {
            var waiting = reason.Who.Where(m => m.Suspension == null && m.ErasedAt == null && m.Origin == Origin.Person).Select(m => m.Id);
            foreach (var some in (await waiting.ToListAsync(stop)).Where(told.Add).Chunk(RowsPerCommit))
            {
                db.Notifications.AddRange(some.Select(id =>
                    new Notification(id, number, news.Kind, reason.Why, news.SubjectId, news.ActorId, news.DetailId, now)));
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }
        }
    }

    static async Task<News?> CommentAsync(AppDb db, CommentAdded added, CancellationToken stop)
    {
        var comment = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == added.CommentId && c.Removal == null, stop);
        if (comment is null || !await db.Stories.Public().AnyAsync(s => s.Id == added.SubjectId, stop))
            return null;
        return new(NotificationKind.Comment, added.SubjectId, comment.AuthorId, comment.Id,
        [
            new(NotificationReason.YourComment, db.Members.Where(m => db.Comments.Any(c => c.Id == comment.AnsweringId && c.AuthorId == m.Id))),
            new(NotificationReason.YourStory, AuthorOf(db, added.SubjectId)),
            new(NotificationReason.YouFollowStory, Following(db, FollowedKind.Story, added.SubjectId)),
        ]);
    }

    static async Task<News?> ResponseAsync(AppDb db, StoryAnswered answered, CancellationToken stop)
    {
        var response = await db.StoryResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == answered.ResponseId, stop);
        return response is null ? null
            : new(NotificationKind.Response, answered.SubjectId, response.MemberId, response.Id, [new(NotificationReason.YourStory, AuthorOf(db, answered.SubjectId))]);
    }

    static async Task<News?> PublishedAsync(AppDb db, Guid storyId, CancellationToken stop)
    {
        // What an import or a demo brings comes by the thousand, and followers asked for people.
        var story = await db.Stories.AsNoTracking().Public().Where(s => s.Id == storyId && s.Origin == Origin.Person)
            .Select(s => new { s.AuthorId, s.PlaceName, Topics = s.Labels.Where(l => l.Kind == LabelKind.Topic).Select(l => l.Value).ToList() })
            .SingleOrDefaultAsync(stop);
        return story is null ? null : new(NotificationKind.StoryPublished, storyId, story.AuthorId, null,
        [
            new(NotificationReason.YouFollowMember, Following(db, FollowedKind.Member, story.AuthorId)),
            new(NotificationReason.YouFollowTopic, db.Members.Where(m => db.Follows.Any(f => f.MemberId == m.Id && f.Kind == FollowedKind.Topic
                && db.Topics.Any(t => t.Id == f.TargetId && story.Topics.Contains(t.Slug))))),
            await HubNews.FollowersAsync(db, storyId, story.Topics, story.PlaceName, stop),
        ]);
    }

    static async Task<News?> WithdrawnAsync(AppDb db, Guid storyId, CancellationToken stop) =>
        await db.Stories.AnyAsync(s => s.Id == storyId && s.Withdrawal != null && s.Withdrawal.Reason == WithdrawalReason.ConsentEnded, stop)
            ? ToAuthor(db, storyId, NotificationKind.StoryWithdrawn)
            : null;

    static async Task<News?> RemovedAsync(AppDb db, CommentChanged changed, CancellationToken stop)
    {
        var comment = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == changed.CommentId, stop);
        return comment?.Removal is { } removal && removal.ById != comment.AuthorId
            ? new(NotificationKind.CommentRemoved, changed.SubjectId, removal.ById, comment.Id, [new(NotificationReason.YourComment, db.Members.Where(m => m.Id == comment.AuthorId))])
            : null;
    }

    static async Task<News?> ResolvedAsync(AppDb db, ReportResolved resolved, CancellationToken stop)
    {
        var report = await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == resolved.ReportId, stop);
        return report is null ? null
            : new(NotificationKind.ReportResolved, resolved.SubjectId, null, report.Id, [new(NotificationReason.YourReport, db.Members.Where(m => m.Id == report.ById))]);
    }

    static News Matched(AppDb db, SearchMatched matched) => new(NotificationKind.SearchMatched, matched.SubjectId, null, null,
        [new(NotificationReason.YourSearch, db.Members.Where(m => db.SavedSearches.Any(s => s.Id == matched.SubjectId && s.MemberId == m.Id)))]);

    static News ToAuthor(AppDb db, Guid storyId, NotificationKind kind) =>
        new(kind, storyId, null, null, [new(NotificationReason.YourStory, AuthorOf(db, storyId))]);

    static IQueryable<Member> AuthorOf(AppDb db, Guid storyId) =>
        db.Members.Where(m => db.Stories.Any(s => s.Id == storyId && s.AuthorId == m.Id));

    static IQueryable<Member> Following(AppDb db, FollowedKind kind, Guid targetId) =>
        db.Members.Where(m => db.Follows.Any(f => f.MemberId == m.Id && f.Kind == kind && f.TargetId == targetId));
}
