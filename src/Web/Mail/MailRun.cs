using System.Net.Mail;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail;

/// <summary>Sends what is queued, on one node of the deployment at a time, and tries again what could not be sent.</summary>
sealed class MailRun(
    IDbContextFactory<AppDb> dbs, IMailer mailer, Letters letters, IEnumerable<ILetterSource> sources, WriteGate gate, NodeName node, TimeProvider clock, ILogger<MailRun> log) : BackgroundService
{
    const string Lease = "mail-run";
    const int AtOnce = 100;
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A report that it did not arrive may come days later.</summary>
    static readonly TimeSpan KeptAfterSending = TimeSpan.FromDays(7);

    readonly Dictionary<string, ILetterSource> _sources = sources.ToDictionary(s => s.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var place = new DeploymentPlace(Lease, node.Lease, dbs, gate, clock);
        await place.OpenAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    while (await place.TakeAsync(stoppingToken) is not null && await SendDueAsync(stoppingToken))
                    {
                        // There is more, and the lease is looked at in between.
                    }
                }
                catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(broken, "Mail could not be looked at; it waits");
                }
                await Task.Delay(Look, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        await place.LeaveAsync();
    }

    /// <summary>One look: sends what is due, oldest first. True when there may be more.</summary>
    public async Task<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await db.OutgoingMails.Where(m => m.SentAt == null && m.SetAsideAt == null && m.NextAt <= now)
            .OrderBy(m => m.IsOneOfMany).ThenBy(m => m.At).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            var goOn = await TrySendAsync(db, mail, cancellationToken);
            // Each is marked at once: a crash sends one letter twice at most, and the Message-ID tells the two are one.
            await db.SaveChangesAsync(cancellationToken);
            if (!goOn)
                return false;
        }
        if (due.Count == 0)
            await SweepAsync(db, now - KeptAfterSending, cancellationToken);
        return due.Count == AtOnce;
    }

    /// <summary>False when the mail server itself is away, so that the others need not wait for the same silence.</summary>
    async Task<bool> TrySendAsync(AppDb db, QueuedMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var address = mail.Address ?? await db.Users.Where(a => a.Id == mail.MemberId).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
            // The member has left, or their address takes no mail: then they read it on the site, which says so.
            if (address is null || mail is { Address: null, MemberId: { } member } && await Bounces.RestsAsync(db, member, cancellationToken))
            {
                db.Remove(mail);
                return true;
            }
            var content = _sources.TryGetValue(mail.Kind, out var source) ? await source.ReadAsync(db, mail, cancellationToken) : LetterContent.Of(mail);
            if (content is null)
            {
                db.Remove(mail);
                return true;
            }
            await mailer.SendAsync(letters.Write(mail, new MailAddress(address), content), mail.Id, mail.At, cancellationToken);
            mail.Sent(clock.GetUtcNow());
            return true;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            mail.Failed(failed.GetType().Name, clock.GetUtcNow());
            log.LogWarning(failed, "Mail {Mail} of kind {Kind} could not be sent; it is tried again", mail.Id, mail.Kind);
            return failed is SmtpFailedRecipientException or FormatException;
        }
    }

    async Task SweepAsync(AppDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (!await db.OutgoingMails.AnyAsync(m => m.SentAt < before, cancellationToken))
            return;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.OutgoingMails.Where(m => m.SentAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
