using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What I come to and what I host, and the addresses of my private calendars.</summary>
sealed class MineModel(AppDb db, CurrentMember current, HubList hubList, PageFrame frame, IConfiguration settings, TimeProvider clock, IStringLocalizer<GatheringsText> text) : PageModel
{
    const string Made = "CalendarMade";
    const int MostShown = 100;

    public IReadOnlyList<GatheringRow> Rows { get; private set; } = [];
    public IReadOnlyList<CalendarRow> Calendars { get; private set; } = [];

    /// <summary>Right after it was made, and never again.</summary>
    public string? ShownOnce { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        ShownOnce = TempData[Made] as string;
        var (me, now) = (current.Id!.Value, clock.GetUtcNow());
        Rows = await db.Occurrences.AsNoTracking().Planned().Where(o => o.EndsAt > now
                && (db.Gatherings.Any(g => g.Id == o.GatheringId && g.Hosts.Any(h => h.MemberId == me)) || o.Rsvps.Any(r => r.MemberId == me && (r.Coming == Coming.Yes || r.Coming == Coming.Maybe))))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id).Rows(db.Gatherings.Where(g => g.Hiding == null && (!g.IsOfHostsOnly || g.Hosts.Any(h => h.MemberId == me)))).Take(MostShown).ToListAsync(stop);
        await LoadCalendarsAsync(me, stop);
    }

    /// <summary>Makes the address, or makes a new one, so that the old one leads nowhere.</summary>
    public async Task<IActionResult> OnPostRenewAsync(CalendarOf kind, Guid target, CancellationToken stop)
    {
        var me = current.Id!.Value;
        await LoadCalendarsAsync(me, stop);
        if (!Calendars.Any(c => c.Kind == kind && c.TargetId == target))
            return NotFound();
        var key = await db.CalendarKeys.SingleOrDefaultAsync(k => k.MemberId == me && k.Kind == kind && k.TargetId == target, stop);
        if (key is null)
            db.CalendarKeys.Add(key = new(me, kind, target));
        var secret = Secret.New();
        key.Renew(Secret.HashOf(secret), clock.GetUtcNow());
        await db.SaveAloneAsync(stop);
        TempData[Made] = frame.Absolute($"/calendars/{secret}.ics", settings).AbsoluteUri;
        return new SeeOther("/gatherings/mine#calendars");
    }

    public async Task<IActionResult> OnPostEndAsync(CalendarOf kind, Guid target, CancellationToken stop)
    {
        var me = current.Id!.Value;
        if (await db.CalendarKeys.SingleOrDefaultAsync(k => k.MemberId == me && k.Kind == kind && k.TargetId == target, stop) is not { } key)
            return NotFound();
        db.CalendarKeys.Remove(key);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/gatherings/mine#calendars", text["CalendarEnded"]);
    }

    /// <summary>My own, and one for each hub that I am in and each profile whose team I am on.</summary>
    async Task LoadCalendarsAsync(Guid me, CancellationToken stop)
    {
        var made = (await db.CalendarKeys.AsNoTracking().Where(k => k.MemberId == me).ToListAsync(stop)).ToDictionary(k => (k.Kind, k.TargetId), k => k.MadeAt);
        var joined = await db.HubMemberships.Joined().Where(m => m.MemberId == me).Select(m => m.HubId).ToListAsync(stop);
        var kept = made.Keys.Where(k => k.Kind == CalendarOf.Listing).Select(k => k.TargetId).ToList();
        var listings = await db.Listings.AsNoTracking().Where(l => l.Hiding == null && (l.StewardId == me || l.Seats.Any(s => s.MemberId == me && s.TakenAt != null) || kept.Contains(l.Id)))
            .OrderBy(l => l.Name).Select(l => new { l.Id, l.Name }).ToListAsync(stop);
        var hubs = (await hubList.GetAsync()).InOrder(PageFrame.Language).Where(h => joined.Contains(h.Id) || made.ContainsKey((CalendarOf.Hub, h.Id)));
        Calendars =
        [
            .. new[] { (CalendarOf.Person, Id: me, Name: text["MineCalendar"].Value) }
                .Concat(hubs.Select(h => (CalendarOf.Hub, h.Id, h.In(PageFrame.Language).Name)))
                .Concat(listings.Select(l => (CalendarOf.Listing, l.Id, l.Name)))
                .Select(c => new CalendarRow(c.Item1, c.Id, c.Name, made.TryGetValue((c.Item1, c.Id), out var at) ? at : null)),
        ];
    }
}

/// <param name="MadeAt">Null while it has no address.</param>
sealed record CalendarRow(CalendarOf Kind, Guid TargetId, string Name, DateTimeOffset? MadeAt);
