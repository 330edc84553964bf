using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What members hear of mentoring: that somebody asks, that somebody said yes and that a pact is finished. A no is told to nobody.</summary>
static class MentoringNews
{
    public static async Task<News?> OfAsync(AppDb db, MentoringEvent happened, DateTimeOffset now, CancellationToken stop) => happened switch
    {
        MentoringAsked asked => await db.MentoringRequests.AsNoTracking().OpenAt(now).SingleOrDefaultAsync(r => r.Id == asked.SubjectId, stop) is { } request
            ? new(NotificationKind.MentoringAsked, request.Id, request.FromId, null, [new(NotificationReason.YourMentoring, db.Members.Where(m => m.Id == request.ToId))]) { WaitsFor = request.Id }
            : null,
        PactJoined joined => new(NotificationKind.MentoringAccepted, joined.SubjectId, await OtherAsync(db, joined, stop), null, [new(NotificationReason.YouAskedMentoring, In(db, joined.SubjectId).Where(m => m.Id == joined.MemberId))]),
        // The detail is the message that opened its topic: there it is answered.
        PactQuestionAsked asked => await db.Set<PactQuestion>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == asked.QuestionId && q.AnsweredAt == null, stop) is { } question
            ? new(NotificationKind.MentoringQuestion, asked.SubjectId, question.ById, question.MessageId, [new(NotificationReason.YourPact, In(db, asked.SubjectId))])
            : null,
        PactEnded ended => new(NotificationKind.MentoringEnded, ended.SubjectId, await db.Pacts.Where(p => p.Id == ended.SubjectId && p.Ending != null).Select(p => p.Ending!.ById).SingleOrDefaultAsync(stop), null,
            [new(NotificationReason.YourPact, In(db, ended.SubjectId))]),
        _ => null,
    };

    /// <summary>Where it leads; to the list of notices when it is gone.</summary>
    public static async Task<string> AddressAsync(AppDb db, Notification notification, Member member, CancellationToken stop) => notification.Kind == NotificationKind.MentoringAsked
        ? await db.MentoringRequests.AnyAsync(r => r.Id == notification.SubjectId && r.ToId == member.Id, stop) ? MentoringAddress.OfRequest(notification.SubjectId) : "/notifications"
        : await db.Pacts.Of(member.Id).AnyAsync(p => p.Id == notification.SubjectId, stop) ? MentoringAddress.OfPact(notification.SubjectId) : "/notifications";

    /// <summary>The one who said yes: the mentor, or whoever came in last when the mentor had asked.</summary>
    static async Task<Guid?> OtherAsync(AppDb db, PactJoined joined, CancellationToken stop)
    {
        var people = db.Pacts.Where(p => p.Id == joined.SubjectId).SelectMany(p => p.Members).Where(m => m.MemberId != joined.MemberId && m.LeftAt == null);
        return await people.OrderBy(m => m.Role).ThenByDescending(m => m.At).Select(m => (Guid?)m.MemberId).FirstOrDefaultAsync(stop);
    }

    static IQueryable<Member> In(AppDb db, Guid pactId) => db.Members.Where(m => db.Pacts.Any(p => p.Id == pactId && p.Members.Any(one => one.MemberId == m.Id && one.LeftAt == null)));
}
