using HealthDoers.Domain.Notifications;
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

    public IReadOnlyList<NewsGroup> Groups { get; private set; } = [];

    /// <summary>Letters to the member's address came back, so we stopped writing.</summary>
    public bool MailRests { get; private set; }

    public string? Older { get; private set; }

    public string? Newer { get; private set; }

    public async Task OnGetAsync(CancellationToken stop, int page = 1)
    {
        var member = await current.RequireAsync(stop);
        MailRests = await Bounces.RestsAsync(db, member.Id, stop);
        page = Math.Clamp(page, 1, 1000);
        var rows = await news.ReadAsync(member, (page - 1) * Size, Size + 1, stop);
        Groups = NewsGroup.Of(rows.Take(Size), text);
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

    /// <summary>One press: nothing more of this. Where it can be taken back is the next page.</summary>
    public async Task<IActionResult> OnPostLessAsync(Guid id, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == id && n.MemberId == me.Id, stop) is not { } told)
            return NotFound();
        if (Subject.ToQuieten(told, await NewsLetter.TopicAsync(db, told, stop)) is not { } subject)
            return NotFound();
        told.Read(clock.GetUtcNow());
        await Listening.ChangeAsync(db, me.Id, rules => rules.With(subject, Way.Nowhere), stop);
        var name = (await SubjectNames.ReadAsync(db, me, [subject], stop)).GetValueOrDefault(subject)?.Name ?? text["GoneThing"];
        return this.Done($"{RulesModel.Address}#exceptions", text["LessSaid", name]);
    }
}
