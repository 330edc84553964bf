using System.Globalization;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying;

/// <summary>What a digest says when it is sent: each thing once, the most useful first, nothing that is past, gone or read already. Never empty.</summary>
sealed class DigestLetter(SiteAddress site, MailEnds ends, IStringLocalizer<NotificationsText> text, TimeProvider clock) : ILetterSource
{
    public const string Letter = "Digest";

    const int MostItems = 40;

    public string Kind => Letter;

    public async Task<LetterContent?> ReadAsync(AppDb db, QueuedMail mail, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(mail.Language); // flows with this call only
        var told = await db.Notifications.AsNoTracking().Where(n => n.DigestId == mail.Id && n.ReadAt == null).ToListAsync(cancellationToken);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mail.MemberId && m.ErasedAt == null && m.Suspension == null, cancellationToken);
        if (member is null || told.Count == 0)
            return null;
        var still = await NewsAudience.StillAsync(db, member, told, clock.GetUtcNow(), cancellationToken);
        var ordered = DigestOrder.Order(told.Where(n => still.Contains(n.Id)));
        var rows = (await new NewsReader(db, text).ReadAsync([.. ordered.Select(n => n.Id)], cancellationToken)).ToDictionary(row => row.Id);
        var groups = ordered.Where(n => rows.ContainsKey(n.Id)).GroupBy(n => DigestOrder.PartOf(n.Kind, n.Reason))
            .Select(part => (Part: part.Key, Rows: NewsGroup.Of(part.Select(n => rows[n.Id]), text))).ToList();
        return groups.Count == 0 ? null : Write(member.Id, member.Name, groups);
    }

    LetterContent Write(Guid memberId, string name, List<(DigestPart Part, IReadOnlyList<NewsGroup> Rows)> groups)
    {
        var count = groups.Sum(g => g.Rows.Count);
        var room = MostItems;
        List<LetterPart> parts = [];
        foreach (var (part, rows) in groups)
        {
            var shown = rows.Take(room).Select(r => new LetterItem(r.Says, r.First.Why, $"{site.ForMail}/notifications/{r.First.Id}")).ToList();
            room -= shown.Count;
            if (shown.Count > 0)
                parts.Add(new(text[$"DigestPart{part}"], shown));
        }
        if (count > MostItems)
            parts.Add(new(text["DigestMore", count - MostItems], [new(text["Title"], "", $"{site.ForMail}/notifications")]));
        var first = groups[0].Rows[0].Says;
        var values = new Dictionary<string, string> { ["Name"] = name, ["Title"] = count == 1 ? first : text["DigestTitle", first, count - 1] };
        ends.AddTo(values, memberId, null);
        return new(Letter, values, parts);
    }
}
