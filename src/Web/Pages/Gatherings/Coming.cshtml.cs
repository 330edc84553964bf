using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Who comes, waits or may come, and what they need: for the hosts alone, not even for editors.</summary>
sealed class ComingModel(AppDb db, GatheringVisit visit, IStringLocalizer<GatheringsText> text) : PageModel
{
    public GatheringVisit Visit => visit;
    public IReadOnlyList<(string Key, IReadOnlyList<ComingRow> People)> Groups { get; private set; } = [];
    public IReadOnlyList<Occurrence> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await OpenAsync(slug, on, stop))
            return NotFound();
        var time = visit.Time;
        var ids = time.Rsvps.Select(r => r.MemberId).ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        var rows = time.Rsvps.OrderBy(r => r.Since).ThenBy(r => r.Id).Select(r => new ComingRow(r, people[r.MemberId], visit.Gathering.Hosts.Any(h => h.MemberId == r.MemberId))).ToList();
        Groups =
        [
            ("GroupComing", [.. rows.Where(r => r.Rsvp.HasPlace)]),
            ("GroupWaiting", [.. rows.Where(r => r.Rsvp.Waits)]),
            ("GroupMaybe", [.. rows.Where(r => r.Rsvp.Coming == Coming.Maybe)]),
            ("GroupNo", [.. rows.Where(r => r.Rsvp.Coming == Coming.No)]),
        ];
        Times = [.. visit.Gathering.Occurrences.Where(o => o != time && !o.IsOverAt(visit.Now) && o.Cancellation is null).OrderBy(o => o.StartsAt).Take(12)];
        return Page();
    }

    /// <summary>Somebody who comes becomes a host.</summary>
    public async Task<IActionResult> OnPostHostAsync(string slug, string? on, Guid member, CancellationToken stop)
    {
        if (!await OpenAsync(slug, on, stop) || !visit.Time.Rsvps.Any(r => r.MemberId == member && r.HasPlace)
            || await db.Members.SingleOrDefaultAsync(m => m.Id == member && m.ErasedAt == null && m.Suspension == null, stop) is not { } host)
            return NotFound();
        visit.Gathering.Welcome(host, visit.Me, visit.Now);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done($"{visit.Address}/coming?on={GatheringAddress.Day(visit.Time.On)}", text["HostAdded", host.Name]);
    }

    public async Task<IActionResult> OnPostStepDownAsync(string slug, string? on, CancellationToken stop)
    {
        if (!await OpenAsync(slug, on, stop))
            return NotFound();
        visit.Gathering.StepDown(visit.Me);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(visit.TimeAddress, text["SteppedDown"]);
    }

    async Task<bool> OpenAsync(string slug, string? on, CancellationToken stop) =>
        await visit.OpenAsync(slug, on, stop) && visit.Gathering.IsHostedBy(visit.Me);
}

sealed record ComingRow(Rsvp Rsvp, Member Member, bool IsHost);
