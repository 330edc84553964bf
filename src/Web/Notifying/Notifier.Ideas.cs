using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

sealed partial class Notifier
{
    static async Task<News?> OfIdeasAsync(AppDb db, DomainEvent happened, CancellationToken stop) => happened switch
    {
        IdeaProposed proposed => await ProposedAsync(db, proposed.SubjectId, stop),
        AdaptationStarted started => await AdaptationAsync(db, NotificationKind.IdeaAdapted, started.SubjectId, started.AdaptationId, stop),
        OutcomeTold told => await AdaptationAsync(db, NotificationKind.OutcomeTold, told.SubjectId, told.AdaptationId, stop),
        IdeaStandingConfirmed confirmed => ToProposer(db, confirmed.SubjectId, NotificationKind.IdeaStandingConfirmed),
        IdeaRetired retired => ToProposer(db, retired.SubjectId, NotificationKind.IdeaRetired),
        IdeaHidden hidden => ToProposer(db, hidden.SubjectId, NotificationKind.IdeaHidden),
        IdeaMerged merged => ToProposer(db, merged.SubjectId, NotificationKind.IdeaMerged),
        _ => null,
    };

    static async Task<News?> ProposedAsync(AppDb db, Guid ideaId, CancellationToken stop)
    {
        // What an import or a demo brings comes by the thousand, and followers asked for people.
        var idea = (await Followable.IdeasAsync(db, db.Ideas.Public().Where(i => i.Id == ideaId && i.Origin == Origin.Person), stop)).SingleOrDefault();
        return idea is null ? null : new(NotificationKind.IdeaProposed, ideaId, idea.ById, null,
        [
            new(NotificationReason.YouFollowMember, Following(db, FollowedKind.Member, idea.ById!.Value)),
            new(NotificationReason.YouFollowTopic, FollowingTopics(db, idea.Facts.Topics)),
        ])
        { Facts = idea.Facts };
    }

    static async Task<News?> AdaptationAsync(AppDb db, NotificationKind kind, Guid ideaId, Guid adaptationId, CancellationToken stop)
    {
        var adaptation = await db.Adaptations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == adaptationId && a.WithdrawnAt == null && a.Origin == Origin.Person, stop);
        if (adaptation is null || !await db.Ideas.Public().AnyAsync(i => i.Id == adaptation.IdeaId, stop))
            return null;
        List<Hearers> hearers =
        [
            new(NotificationReason.TheyLearnedFromYou, db.Members.Where(m => db.Adaptations.Any(a => a.Id == adaptation.FromId && a.MemberId == m.Id))),
            new(NotificationReason.YourIdea, ProposerOf(db, adaptation.IdeaId)),
            new(NotificationReason.YouFollowIdea, Following(db, FollowedKind.Idea, adaptation.IdeaId)),
        ];
        if (kind == NotificationKind.OutcomeTold)
            hearers.Insert(0, new(NotificationReason.YouLearnedFromThem, db.Members.Where(m => db.Adaptations.Any(a => a.FromId == adaptationId && a.MemberId == m.Id))));
        return new(kind, adaptation.IdeaId, adaptation.MemberId, adaptationId, hearers);
    }

    static News ToProposer(AppDb db, Guid ideaId, NotificationKind kind) =>
        new(kind, ideaId, null, null, [new(NotificationReason.YourIdea, ProposerOf(db, ideaId))]);

    static IQueryable<Member> ProposerOf(AppDb db, Guid ideaId) =>
        db.Members.Where(m => db.Ideas.Any(i => i.Id == ideaId && i.ProposedById == m.Id));
}
