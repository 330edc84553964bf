using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Counts letters that can never arrive. Only reports about a letter that we really sent count, so nobody can stop somebody else's mail.</summary>
sealed class Bounces(AppDb db, MailSettings mail, TimeProvider clock)
{
    public async Task CountAsync(Letter letter, CancellationToken stop)
    {
        var (isHard, about) = letter.Report();
        if (!isHard || about is null || about.Split('@')[0].TrimStart('<') is not { } name || !Guid.TryParseExact(name, "N", out var id) || about != mail.MessageId(id))
            return;
        if (await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.SentAt != null && m.MemberId != null, stop) is not { } sent)
            return;
        if (await db.Users.Where(a => a.Id == sent.MemberId).Select(a => a.NormalizedEmail).SingleOrDefaultAsync(stop) is not { } address)
            return;
        var trouble = await db.MailTroubles.SingleOrDefaultAsync(t => t.MemberId == sent.MemberId, stop);
        if (trouble is null)
            db.MailTroubles.Add(trouble = new() { MemberId = sent.MemberId!.Value, Address = address });
        trouble.Count(address, clock.GetUtcNow());
        await db.SaveUnlessDoneAsync(stop);
    }

    /// <summary>Mail to the member's present address rests.</summary>
    public static Task<bool> RestsAsync(AppDb db, Guid memberId, CancellationToken stop) => db.MailTroubles.AnyAsync(t =>
        t.MemberId == memberId && t.RestsSince != null && db.Users.Any(a => a.Id == memberId && a.NormalizedEmail == t.Address), stop);
}
