using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Tells a member by mail why their answer is not there, with their words in it, so that nothing they wrote is lost.</summary>
sealed class Refusals(AppDb db, SiteAddress site, TimeProvider clock)
{
    public static readonly string[] Kinds = ["ReplyRefused", "ReplyWithoutFiles"];

    /// <summary>Programs that answer programs stop here.</summary>
    const int MostInAnHour = 5;

    /// <summary>Saved with the row of the letter, whose id it has: said once.</summary>
    public Task QueueAsync(InboundLetter row, Member member, Notification told, string why, string words, CancellationToken stop) =>
        QueueAsync("ReplyRefused", row, member, told, new() { ["Why"] = why, [Letters.TheirWords] = words }, stop);

    /// <summary>The words are posted; what was sent along is not.</summary>
    public async Task FilesStayedAsync(InboundLetter row, Member member, Notification told, CancellationToken stop)
    {
        await QueueAsync("ReplyWithoutFiles", row, member, told, [], stop);
        await db.SaveUnlessDoneAsync(stop);
    }

    async Task QueueAsync(string kind, InboundLetter row, Member member, Notification told, Dictionary<string, string> values, CancellationToken stop)
    {
        var hour = clock.GetUtcNow() - TimeSpan.FromHours(1);
        if (await db.OutgoingMails.CountAsync(m => m.MemberId == member.Id && Kinds.Contains(m.Kind) && m.At > hour, stop) >= MostInAnHour)
            return;
        db.OutgoingMails.Add(new()
        {
            Id = row.Id,
            Kind = kind,
            Language = member.Language ?? "en",
            MemberId = member.Id,
            Values = new(values) { ["Name"] = member.Name, ["Link"] = $"{site.ForMail}/notifications/{told.Id}" },
            At = clock.GetUtcNow(),
        });
    }
}
