using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Notifications;
using HealthDoers.Web.Pages.Searches;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying;

/// <summary>One notification as a mail of its own. Gatherings say when, and searches what they found.</summary>
sealed class NewsLetter(SiteAddress site, MailEnds ends, ReplyAddress replies, MatchedLetter matched, GatheringLetter gatherings, IStringLocalizer<NotificationsText> text, TimeProvider clock) : ILetterSource
{
    public const string Letter = "News";

    public string Kind => Letter;

    public async Task<LetterContent?> ReadAsync(AppDb db, QueuedMail mail, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(mail.Language); // flows with this call only
        var told = await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == mail.Id && n.ReadAt == null, cancellationToken);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mail.MemberId && m.ErasedAt == null && m.Suspension == null, cancellationToken);
        if (told is null || member is null || !await IsWantedAsync(db, told, member, cancellationToken))
            return null;
        if (await new NewsReader(db, text).ReadAsync(told.Id, cancellationToken) is not { } row)
            return null;
        var group = NotificationKinds.GroupOf(told.Kind, told.Reason);
        var content = new LetterContent(Letter, new()
        {
            ["Name"] = member.Name,
            ["Says"] = row.Says.TrimEnd('.'),
            ["Why"] = row.Why,
            ["Link"] = $"{site.ForMail}/notifications/{told.Id}",
        });
        ends.AddTo(content.Values, member.Id, group);
        if (await replies.ForAsync(told, cancellationToken) is { } reply)
            content.Values[Letters.ReplyTo] = reply;
        return group switch
        {
            NotificationGroup.Searches => await matched.OfAsync(db, told, content, cancellationToken),
            NotificationGroup.Gatherings => await gatherings.OfAsync(db, told, member, content, cancellationToken),
            _ => content,
        };
    }

    /// <summary>It may have waited for a night, and much may have changed by morning.</summary>
    async Task<bool> IsWantedAsync(AppDb db, Notification told, Member member, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var rules = await Listening.RulesOfAsync(db, member, stop);
        Way? usual = told.Kind == NotificationKind.SearchMatched && await db.SavedSearches.AnyAsync(s => s.Id == told.SubjectId && !s.ByMail, stop) ? Way.App : null;
        return Delivery.Decide(rules, told, Subject.Of(told, await TopicAsync(db, told, stop)), usual, now, Clocks.In(member.Zone)).MailAt is not null
            && (await NewsAudience.StillAsync(db, member, [told], now, stop)).Count > 0;
    }

    internal static async Task<string?> TopicAsync(AppDb db, Notification told, CancellationToken stop) => told.Kind == NotificationKind.RoomMessage
        ? await db.Messages.Where(m => m.Id == told.DetailId).Select(m => m.Topic).SingleOrDefaultAsync(stop)
        : null;
}
