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
    public string Name => "notifications";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var raised in events)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            if (await NewsOfAsync(db, raised.What, cancellationToken) is { } news)
                await new Telling(db, raised.Number, news, clock.GetUtcNow()).ToAllAsync(cancellationToken);
        }
        await using var look = await dbs.CreateDbContextAsync(cancellationToken);
        await SettledNews.MarkAsync(look, clock.GetUtcNow(), cancellationToken);
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
        SearchMatched matched => await MatchedAsync(db, matched, stop),
        _ => await OfIdeasAsync(db, happened, stop),
    };

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
        var story = (await Followable.StoriesAsync(db, db.Stories.Public().Where(s => s.Id == storyId && s.Origin == Origin.Person), stop)).SingleOrDefault();
        return story is null ? null : new(NotificationKind.StoryPublished, storyId, story.ById, null,
        [
            new(NotificationReason.YouFollowMember, Following(db, FollowedKind.Member, story.ById!.Value)),
            new(NotificationReason.YouFollowTopic, FollowingTopics(db, story.Facts.Topics)),
            new(NotificationReason.YouFollowHub, db.Follows.Where(f => f.Kind == FollowedKind.Hub && story.Facts.Hubs.Contains(f.TargetId))),
        ])
        { Facts = story.Facts };
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

    static async Task<News?> MatchedAsync(AppDb db, SearchMatched matched, CancellationToken stop)
    {
        var search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == matched.SubjectId, stop);
        return search is null ? null
            : new(NotificationKind.SearchMatched, search.Id, null, null, [new(NotificationReason.YourSearch, db.Members.Where(m => m.Id == search.MemberId))]) { Usual = search.ByMail ? null : Way.App };
    }

    static News ToAuthor(AppDb db, Guid storyId, NotificationKind kind) =>
        new(kind, storyId, null, null, [new(NotificationReason.YourStory, AuthorOf(db, storyId))]);

    static IQueryable<Member> AuthorOf(AppDb db, Guid storyId) =>
        db.Members.Where(m => db.Stories.Any(s => s.Id == storyId && s.AuthorId == m.Id));

    static IQueryable<Follow> Following(AppDb db, FollowedKind kind, Guid targetId) => db.Follows.Where(f => f.Kind == kind && f.TargetId == targetId);

    internal static IQueryable<Follow> FollowingTopics(AppDb db, IReadOnlyCollection<string> topics) =>
        db.Follows.Where(f => f.Kind == FollowedKind.Topic && db.Topics.Any(t => t.Id == f.TargetId && topics.Contains(t.Slug)));
}
