using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Letters that were given up on, each with a button to try again.</summary>
[Authorize(Policy = Roles.Administrator)]
sealed class MailModel(AppDb db, InboundSettings inbound, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    const int Most = 200;

    public IReadOnlyList<UnsentRow> SetAside { get; private set; } = [];

    public int Waiting { get; private set; }

    /// <summary>Letters that came in and were set aside.</summary>
    public IReadOnlyList<InboundLetter> CameIn { get; private set; } = [];
    public bool TakesMail => inbound.IsOn;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Waiting = await db.OutgoingMails.CountAsync(m => m.SentAt == null && m.SetAsideAt == null, stop);
        SetAside = await db.OutgoingMails.Where(m => m.SetAsideAt != null).OrderBy(m => m.At).Take(Most)
            .Select(m => new UnsentRow(m.Id, m.Address ?? db.Users.Where(a => a.Id == m.MemberId).Select(a => a.Email).FirstOrDefault(), m.Kind, m.Failure, m.SetAsideAt!.Value))
            .ToListAsync(stop);
        CameIn = await db.InboundLetters.AsNoTracking().Where(l => l.Outcome == InboundOutcome.SetAside).OrderBy(l => l.At).Take(Most).ToListAsync(stop);
    }

    /// <summary>The node that has the file does it.</summary>
    public async Task<IActionResult> OnPostCameInAsync(Guid id, bool again, CancellationToken stop)
    {
        if (await db.InboundLetters.SingleOrDefaultAsync(l => l.Id == id && l.Outcome == InboundOutcome.SetAside, stop) is { } letter)
            letter.Wish = again ? InboundWish.TryAgain : InboundWish.ThrowAway;
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/admin/mail#in", text["MailInWished"]);
    }

    /// <param name="id">One letter; null tries all of those shown.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken stop)
    {
        var letters = await db.OutgoingMails.Where(m => m.SetAsideAt != null && (id == null || m.Id == id)).OrderBy(m => m.At).Take(Most).ToListAsync(stop);
        foreach (var letter in letters)
            letter.Retry(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/mail", text["Retried"]);
    }
}

public sealed record UnsentRow(Guid Id, string? To, string Kind, string? Failure, DateTimeOffset At);
