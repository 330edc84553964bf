using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of hubs: those who asked, those who look after one, and those who follow one.</summary>
static class HubNews
{
    public static async Task<News?> OfAsync(AppDb db, HubEvent happened, DateTimeOffset now, CancellationToken stop) => happened switch
    {
        HubJoinAsked asked => await AskedAsync(db, asked, now, stop),
        HubJoinAccepted accepted => await AcceptedAsync(db, accepted, stop),
        HubShareWaits waits => await WaitsAsync(db, waits, now, stop),
        HubStoryShared shared => await SharedAsync(db, shared, stop),
        HubDecided decided => await DecidedAsync(db, decided, stop),
        HubAppealed appealed => await AppealedAsync(db, appealed, now, stop),
        HubAppealAnswered answered => await AnsweredAsync(db, answered, stop),
        HubRoleGiven given => await TermAsync(db, given.SubjectId, given.TermId, NotificationKind.HubRoleGiven, stop),
        HubRoleEnded ended => await TermAsync(db, ended.SubjectId, ended.TermId, NotificationKind.HubRoleEnded, stop),
        _ => null,
    };

    public static async Task<News?> FoundingAskedAsync(AppDb db, Guid foundingId, CancellationToken stop) =>
        await db.HubFoundings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == foundingId && f.State == FoundingState.Asked, stop) is { } founding
            ? new(NotificationKind.HubFoundingAsked, foundingId, founding.ById, null, [new(NotificationReason.YouEdit, Editors(db))]) { WaitsFor = foundingId }
            : null;

    public static async Task<News?> FoundingAnsweredAsync(AppDb db, Guid foundingId, CancellationToken stop) =>
        await db.HubFoundings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == foundingId, stop) is { } founding
            ? new(NotificationKind.HubFoundingAnswered, foundingId, founding.Answer?.ById, null, [new(NotificationReason.YourFounding, One(db, founding.ById))])
            : null;

    static async Task<News?> AskedAsync(AppDb db, HubJoinAsked asked, DateTimeOffset now, CancellationToken stop) =>
        await db.HubMemberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == asked.MembershipId && m.State == MembershipState.Asked, stop) is { } membership
            ? new(NotificationKind.HubJoinAsked, asked.SubjectId, membership.MemberId, null, [new(NotificationReason.YouStewardHub, Stewards(db, asked.SubjectId, now))]) { WaitsFor = membership.Id }
            : null;

    static async Task<News?> AcceptedAsync(AppDb db, HubJoinAccepted accepted, CancellationToken stop) =>
        await db.HubMemberships.AsNoTracking().Joined().SingleOrDefaultAsync(m => m.Id == accepted.MembershipId, stop) is { } membership
            ? new(NotificationKind.HubJoinAccepted, membership.HubId, null, null, [new(NotificationReason.YouAskedHub, One(db, membership.MemberId))])
            : null;

    static async Task<News?> WaitsAsync(AppDb db, HubShareWaits waits, DateTimeOffset now, CancellationToken stop) =>
        await db.HubShares.AsNoTracking().SingleOrDefaultAsync(s => s.Id == waits.ShareId && s.State == ShareState.Waiting, stop) is { } share
            ? new(NotificationKind.HubShareWaits, share.HubId, share.ById, null, [new(NotificationReason.YouStewardHub, Stewards(db, share.HubId, now))]) { WaitsFor = share.Id }
            : null;

    /// <summary>Followers of the hub hear of a story once, also when they heard of it already by its topic or author.</summary>
    static async Task<News?> SharedAsync(AppDb db, HubStoryShared shared, CancellationToken stop)
    {
        var share = await db.HubShares.AsNoTracking().SingleOrDefaultAsync(s => s.Id == shared.ShareId && s.State == ShareState.Shown, stop);
        if (share is null || !await db.Stories.Public().AnyAsync(s => s.Id == share.StoryId, stop))
            return null;
        var (story, hub) = (share.StoryId, share.HubId);
        var facts = (await Followable.StoriesAsync(db, db.Stories.Where(s => s.Id == story), stop)).Single().Facts;
        return new(NotificationKind.HubStoryShared, story, share.ById, hub,
        [
            new(NotificationReason.YourStory, db.Members.Where(m => db.Stories.Any(s => s.Id == story && s.AuthorId == m.Id))),
            new(NotificationReason.YouFollowHub, db.Follows.Where(f => f.Kind == FollowedKind.Hub && f.TargetId == hub
                && !db.Notifications.Any(n => n.MemberId == f.MemberId && n.SubjectId == story
                    && (n.Kind == NotificationKind.StoryPublished || n.Kind == NotificationKind.HubStoryShared)))),
        ])
        { Facts = facts };
    }

    static async Task<News?> DecidedAsync(AppDb db, HubDecided decided, CancellationToken stop) =>
        await DecisionAsync(db, decided.DecisionId, stop) is { } decision
            ? new(NotificationKind.HubDecided, decision.HubId, decision.ById, decision.Id, [new(NotificationReason.AboutYou, One(db, decision.MemberId))])
            : null;

    static async Task<News?> AnsweredAsync(AppDb db, HubAppealAnswered answered, CancellationToken stop) =>
        await DecisionAsync(db, answered.DecisionId, stop) is { } decision
            ? new(NotificationKind.HubAppealAnswered, decision.HubId, decision.Answer?.ById, decision.Id,
            [
                new(NotificationReason.YouAppealed, One(db, decision.MemberId)),
                new(NotificationReason.YouDecided, One(db, decision.ById)),
            ])
            : null;

    /// <summary>The stewards of the wider hub; where there are none but who decided, the editors of the site.</summary>
    static async Task<News?> AppealedAsync(AppDb db, HubAppealed appealed, DateTimeOffset now, CancellationToken stop)
    {
        if (await DecisionAsync(db, appealed.DecisionId, stop) is not { } decision)
            return null;
        var parent = await db.Hubs.Where(h => h.Id == decision.HubId).Select(h => h.ParentId).SingleOrDefaultAsync(stop);
        var wider = Stewards(db, parent ?? Guid.Empty, now).Where(m => m.Id != decision.ById && m.Id != decision.MemberId);
        var hearers = await wider.AnyAsync(m => m.Suspension == null, stop) ? wider : Editors(db).Where(m => m.Id != decision.ById && m.Id != decision.MemberId);
        return new(NotificationKind.HubAppealed, decision.HubId, decision.MemberId, decision.Id, [new(NotificationReason.YouHearAppeals, hearers)]) { WaitsFor = decision.Id };
    }

    static async Task<News?> TermAsync(AppDb db, Guid hubId, Guid termId, NotificationKind kind, CancellationToken stop) =>
        await db.HubTerms.AsNoTracking().SingleOrDefaultAsync(t => t.Id == termId, stop) is { } term
            ? new(kind, hubId, null, termId, [new(NotificationReason.YourRole, One(db, term.MemberId))])
            : null;

    static Task<HubDecision?> DecisionAsync(AppDb db, Guid id, CancellationToken stop) => db.HubDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop);

    static IQueryable<Member> One(AppDb db, Guid id) => db.Members.Where(m => m.Id == id);

    static IQueryable<Member> Editors(AppDb db) => db.Members.Where(m => m.Duties != Duties.None);

    static IQueryable<Member> Stewards(AppDb db, Guid hubId, DateTimeOffset now) => db.Members.Where(m => db.HubTerms.Any(t => t.HubId == hubId && t.MemberId == m.Id
        && t.EndedAt == null && t.From <= now && (t.Until == null || t.Until > now) && db.Set<HubRole>().Any(r => r.Id == t.RoleId && r.Stewards)));
}
