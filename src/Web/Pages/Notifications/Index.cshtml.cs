using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

public sealed class IndexModel(AppDb db, CurrentMember current, NewsReader news, WriteGate gate, TimeProvider clock, IStringLocalizer<NotificationsText> text) : PageModel
{
    const int Size = 30;

    public IReadOnlyList<NewsRow> Rows { get; private set; } = [];

    /// <summary>Letters to the member's address came back, so we stopped writing.</summary>
    public bool MailRests { get; private set; }

    public string? Older { get; private set; }

    public string? Newer { get; private set; }

    [BindProperty]
    public bool ByMail { get; set; }

    [BindProperty]
    public bool ByMailGatherings { get; set; }

    public async Task OnGetAsync(CancellationToken stop, int page = 1)
    {
        var member = await current.RequireAsync(stop);
        (ByMail, ByMailGatherings) = (member.MailsAnswers, member.MailsGatherings);
        MailRests = await Bounces.RestsAsync(db, member.Id, stop);
        page = Math.Clamp(page, 1, 1000);
        var rows = await news.ReadAsync(member, (page - 1) * Size, Size + 1, stop);
        Rows = [.. rows.Take(Size)];
        Older = rows.Count > Size ? $"/notifications?page={page + 1}" : null;
        Newer = page > 1 ? $"/notifications?page={page - 1}" : null;
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken stop)
    {
        var id = current.Id;
        var now = clock.GetUtcNow();
        using (await gate.EnterAsync(stop))
            await db.Notifications.Where(n => n.MemberId == id && n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), stop);
        return this.Done("/notifications", text["AllRead"]);
    }

    public async Task<IActionResult> OnPostByMailAsync(CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        member.MailAnswers(ByMail);
        member.MailGatherings(ByMailGatherings);
        await db.SaveChangesAsync(stop);
        return this.Done("/notifications", text["ByMailSaved"]);
    }
}
