using System.Globalization;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Members who agreed to be in the spotlight, and from when until when the home page shows them.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class SpotlightsModel(AppDb db, CurrentMember current, WhoIsSeen seen, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel, IShownAgain
{
    const int LongestDays = 366;
    const int SuggestedDays = 28;

    public IReadOnlyList<SpotlightRow> Now { get; private set; } = [];
    public IReadOnlyList<SpotlightRow> Queue { get; private set; } = [];
    public IReadOnlyList<string> NotSeen { get; private set; } = [];

    public string Today => Day(0);
    public string Latest => Day(LongestDays);
    public string Suggested => Day(SuggestedDays);

    public static IQueryable<Spotlight> Waiting(AppDb db, DateTimeOffset now) =>
        db.Spotlights.Where(s => s.Answer != null && s.Answer.Agreed && (s.Showing == null || s.Showing.Until <= now));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        Now = await Rows(db.Spotlights.Where(s => s.Showing != null && s.Showing.Until > now).OrderBy(s => s.Showing!.From)).ToListAsync(stop);
        Queue = await Rows(Waiting(db, now).OrderBy(s => s.At).Take(50)).ToListAsync(stop);
        NotSeen = await seen.HubsNotSeenAsync(now, stop);
    }

    public async Task<IActionResult> OnPostShowAsync(Guid id, DateOnly? from, DateOnly? until, CancellationToken stop)
    {
        if (await db.Spotlights.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } spotlight)
            return NotFound();
        var now = clock.GetUtcNow();
        var (first, last) = (Start(from ?? DateOnly.FromDateTime(now.UtcDateTime)), until is { } day ? Start(day.AddDays(1)) : default);
        if (last <= now || last <= first || last > now.AddDays(LongestDays + 1))
        {
            ModelState.AddModelError($"until-{id}", text["UntilMissing"]);
            await OnGetAsync(stop);
            return this.Refused();
        }
        spotlight.ShowBy(await current.RequireAsync(stop), first, last);
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/spotlights", text["SpotlightSaid"]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        if (await db.Spotlights.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } spotlight)
            return NotFound();
        spotlight.EndShowing(await current.RequireAsync(stop));
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/spotlights", text["SpotlightEnded"]);
    }

    public Task LoadAgainAsync() => OnGetAsync(HttpContext.RequestAborted);

    static IQueryable<SpotlightRow> Rows(IQueryable<Spotlight> spotlights) => spotlights.Select(s => new SpotlightRow(
        s.Id, s.Member.Handle, s.Member.Name, s.Words, s.Showing == null ? null : s.Showing.From, s.Showing == null ? null : s.Showing.Until));

    static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    string Day(int ahead) => clock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record SpotlightRow(Guid Id, string Handle, string Name, string Words, DateTimeOffset? From, DateTimeOffset? Until);
