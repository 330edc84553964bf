using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>How one member wants to be told, and where and in which language they live.</summary>
/// <param name="Zone">The IANA name; null where they did not say.</param>
sealed record Listening(Guid MemberId, NotificationRules Rules, string? Zone, string Language)
{
    public static async Task<Dictionary<Guid, Listening>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> members, CancellationToken stop)
    {
        var rows = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).Select(m => new { m.Id, m.Zone, m.Language, m.MailsAnswers, m.MailsGatherings }).ToListAsync(stop);
        var chosen = await db.NotificationSettings.AsNoTracking().Where(s => members.Contains(s.MemberId)).ToDictionaryAsync(s => s.MemberId, s => s.Rules, stop);
        return rows.ToDictionary(m => m.Id, m => new Listening(m.Id,
            chosen.GetValueOrDefault(m.Id) ?? NotificationRules.Before(m.MailsAnswers, m.MailsGatherings), m.Zone, m.Language ?? "en"));
    }

    /// <summary>The rules of one member, whether they chose any or not.</summary>
    public static async Task<NotificationRules> RulesOfAsync(AppDb db, Member member, CancellationToken stop) =>
        await db.NotificationSettings.AsNoTracking().Where(s => s.MemberId == member.Id).Select(s => s.Rules).SingleOrDefaultAsync(stop)
            ?? NotificationRules.Before(member.MailsAnswers, member.MailsGatherings);

    /// <summary>Changes them; of two devices at once neither is lost.</summary>
    public static Task ChangeAsync(AppDb db, Guid memberId, Func<NotificationRules, NotificationRules> change, CancellationToken stop) => db.SaveLookingAgainAsync(async () =>
    {
        var settings = await db.NotificationSettings.SingleOrDefaultAsync(s => s.MemberId == memberId, stop);
        if (settings is null)
        {
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == memberId, stop);
            settings = db.NotificationSettings.Add(new(memberId, NotificationRules.Before(member.MailsAnswers, member.MailsGatherings))).Entity;
        }
        settings.Change(change(settings.Rules));
        return settings;
    }, stop);
}
