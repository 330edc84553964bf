using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Reminders, changes and freed places say when it is, there and at home.</summary>
sealed class GatheringLetter(TimeWords times, IStringLocalizer<GatheringsText> text, TimeProvider clock)
{
    public const string Letter = "GatheringNews";

    public async Task<LetterContent?> OfAsync(AppDb db, Notification told, Member member, LetterContent content, CancellationToken stop)
    {
        if (await db.Gatherings.AsNoTracking().Include(g => g.Occurrences).SingleOrDefaultAsync(g => g.Id == told.SubjectId, stop) is not { } gathering)
            return null;
        var time = gathering.Occurrences.FirstOrDefault(o => o.Id == told.DetailId) ?? gathering.TimeOn(null, clock.GetUtcNow());
        return new(Letter, new(content.Values) { ["When"] = time is null ? gathering.Title : When(time, gathering.Zone, member.Zone) });
    }

    string When(Occurrence time, string zone, string? home)
    {
        string there = text["MailWhen", times.Span(time.Start, time.EndsAt, zone), times.Zone(zone, time.StartsAt)];
        return home is not null && times.Elsewhere(time.StartsAt, time.EndsAt, zone, home) is { } yours ? $"{there}\n{yours}" : there;
    }
}
