using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Events that a consumer gave up on, each with a button to try again.</summary>
[Authorize(Policy = Roles.Administrator)]
public sealed class EventsModel(AppDb db, EventBell bell, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    public IReadOnlyList<SetAsideRow> SetAside { get; private set; } = [];

    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Waiting = await db.ParkedEvents.CountAsync(p => p.SetAsideAt == null, stop);
        SetAside = await db.ParkedEvents.Where(p => p.SetAsideAt != null).OrderBy(p => p.Number).Take(200)
            .Select(p => new SetAsideRow(p.Number, p.Consumer, db.Events.Where(e => e.Number == p.Number).Select(e => e.Type).FirstOrDefault() ?? "", p.Failure, p.SetAsideAt!.Value))
            .ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(string consumer, long number, CancellationToken stop)
    {
        if (await db.ParkedEvents.SingleOrDefaultAsync(p => p.Consumer == consumer && p.Number == number, stop) is not { } parked)
            return NotFound();
        parked.Retry(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        bell.Ring();
        return this.Done("/admin/events", text["Retried"]);
    }
}

public sealed record SetAsideRow(long Number, string Consumer, string Type, string? Failure, DateTimeOffset At);
