using System.Security.Cryptography;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>
/// Signed addresses that end one kind of mail for one member without signing in: one press on the page, or the POST of a
/// mail program (RFC 8058).
/// </summary>
sealed class MailEnds(IDataProtectionProvider protection, SiteAddress site)
{
    public const string Path = "/mail/end/";
    public const string OneClickPath = "/mail/end-now/";

    readonly IDataProtector _seal = protection.CreateProtector("mail-end");

    /// <summary>Adds both addresses to what a letter says: the link, and what its header offers to mail programs.</summary>
    /// <param name="group">Null for the digest.</param>
    public void AddTo(Dictionary<string, string> letter, Guid member, NotificationGroup? group)
    {
        var key = _seal.Protect($"{member:N}{group}");
        letter["Rules"] = site.ForMail + "/account/notifications";
        letter["End"] = site.ForMail + Path + key;
        letter[Letters.OneClickEnd] = site.ForMail + OneClickPath + key;
    }

    public MailEnd? Open(string key)
    {
        try
        {
            var opened = _seal.Unprotect(key);
            if (!Guid.TryParseExact(opened[..32], "N", out var member))
                return null;
            return opened.Length == 32 ? new(member, null) : Enum.TryParse<NotificationGroup>(opened[32..], out var group) ? new(member, group) : null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>It stands in the app from now on, and nothing of it that waits goes out any more.</summary>
    public static async Task EndAsync(AppDb db, MailEnd end, DateTimeOffset now, CancellationToken stop)
    {
        if (!await db.Members.AnyAsync(m => m.Id == end.MemberId && m.ErasedAt == null, stop))
            return;
        await Listening.ChangeAsync(db, end.MemberId, rules => end.Group is { } group ? rules.WithoutMail(group) : rules.WithoutDigest(), stop);
        await PendingDigest.PlanAgainAsync(db, end.MemberId, now, stop);
    }
}

/// <param name="Group">Null for the digest.</param>
sealed record MailEnd(Guid MemberId, NotificationGroup? Group);
