using System.Globalization;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying;

/// <summary>"Somebody answered you", by mail to those who wish it.</summary>
sealed class AnswerMail(IDbContextFactory<AppDb> dbs, SiteAddress site, ReplyAddress replies, IStringLocalizer<NotificationsText> text, TimeProvider clock) : IOncePerDeployment
{
    public const string Letter = "Answered";

    static readonly NotificationKind[] Answers = [NotificationKind.Comment, NotificationKind.Answer, NotificationKind.Response];

    public string Name => "answer-mail";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var told in events.Select(e => e.What).OfType<MemberNotified>())
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await QueueAsync(db, told, cancellationToken);
        }
    }

    async Task QueueAsync(AppDb db, MemberNotified told, CancellationToken stop)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == told.SubjectId && m.ErasedAt == null && m.Suspension == null && m.MailsAnswers, stop);
        var isAnswer = await db.Notifications.AnyAsync(n => n.Id == told.NotificationId && n.ReadAt == null && Answers.Contains(n.Kind), stop);
        // The mail has the notification's id, so an event that comes twice mails once.
        if (member is null || !isAnswer || await db.OutgoingMails.AnyAsync(m => m.Id == told.NotificationId, stop))
            return;
        var language = member.Language ?? "en";
        var row = await InLanguageAsync(language, () => new NewsReader(db, text).ReadAsync(told.NotificationId, stop));
        if (row is null)
            return;
        var notification = await db.Notifications.AsNoTracking().SingleAsync(n => n.Id == told.NotificationId, stop);
        Dictionary<string, string> values = new() { ["Name"] = member.Name, ["Says"] = row.Says, ["Why"] = row.Why, ["Link"] = $"{site.ForMail}/notifications/{row.Id}" };
        if (await replies.ForAsync(notification, stop) is { } reply)
            values[Letters.ReplyTo] = reply;
        db.OutgoingMails.Add(new()
        {
            Id = told.NotificationId,
            Kind = Letter,
            Language = language,
            MemberId = member.Id,
            Values = values,
            At = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(stop);
    }

    static async Task<T> InLanguageAsync<T>(string language, Func<Task<T>> read)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language); // flows with this call only
        return await read();
    }
}
