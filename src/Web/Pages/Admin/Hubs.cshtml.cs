using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>What waits for editors in hubs: applications, appeals, and hubs where people wait but nobody looks after them.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class HubsModel(AppDb db, CurrentMember current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<HubFounding> Foundings { get; private set; } = [];
    public IReadOnlyList<AppealRow> Appeals { get; private set; } = [];
    public IReadOnlyList<Hub> Alone { get; private set; } = [];

    public static async Task<int> WaitingAsync(AppDb db, CancellationToken stop) =>
        await db.HubFoundings.CountAsync(f => f.State == FoundingState.Asked, stop) + await db.HubDecisions.CountAsync(d => d.Appeal != null && d.Answer == null, stop);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (me, now) = (await current.RequireAsync(stop), clock.GetUtcNow());
        Foundings = await db.HubFoundings.AsNoTracking().Where(f => f.State == FoundingState.Asked || f.State == FoundingState.AskedBack).OrderBy(f => f.AskedAt).Take(100).ToListAsync(stop);
        Appeals = await AppealRow.ReadAsync(db, db.Hubs.Standing(), me, stop);
        var waiting = await db.Hubs.AsNoTracking().WithRoles().Standing().Where(h => db.HubMemberships.Any(m => m.HubId == h.Id)).ToListAsync(stop);
        Alone = [.. waiting.Where(h => !h.Roles.Any(r => r.Stewards && r.TermAt(now) is not null)).OrderBy(h => h.In(PageFrame.Language).Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
