using System.Globalization;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Which stories the home page shows, and until when. A consent that ends sooner takes its story along.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class FeaturedModel(AppDb db, CurrentMember current, WhoIsSeen seen, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel, IShownAgain
{
    const int LongestDays = 366;
    const int SuggestedDays = 28;

    public IReadOnlyList<FeatureRow> Now { get; private set; } = [];

    public IReadOnlyList<FeatureRow> Queue { get; private set; } = [];

    /// <summary>Hubs from whose topic or region nobody is seen now.</summary>
    public IReadOnlyList<string> NotSeen { get; private set; } = [];

    public string Earliest => Day(1);

    public string Latest => Day(LongestDays);

    public string Suggested => Day(SuggestedDays);

    /// <summary>The slug of a story to choose: it stands first, so that none is too far down the queue.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Story { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        Now = await Rows(db.Stories.Public().Where(s => s.Featuring != null && s.Featuring.Until > now).OrderBy(s => s.Featuring!.Until)).ToListAsync(stop);
        NotSeen = await seen.HubsNotSeenAsync(now, stop);
        // What has the strongest evidence and has waited longest stands first.
        Queue = await Rows(db.Stories.Public().Where(s => s.Featuring == null || s.Featuring.Until <= now)
            .OrderByDescending(s => s.Slug == Story).ThenByDescending(s => s.Standing).ThenBy(s => s.PublishedAt).Take(20)).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostFeatureAsync(Guid id, DateOnly? until, CancellationToken stop)
    {
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } story)
            return NotFound();
        var now = clock.GetUtcNow();
        var (today, end) = (DateOnly.FromDateTime(now.UtcDateTime), until.GetValueOrDefault());
        if (end < today || end > today.AddDays(LongestDays))
        {
            ModelState.AddModelError($"until-{id}", text["UntilMissing"]);
            await OnGetAsync(stop);
            return this.Refused();
        }
        story.Feature(await current.RequireAsync(stop), now, new(end.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/featured", text["FeaturedSaid"]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } story)
            return NotFound();
        story.EndFeaturing();
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/featured", text["FeatureEnded"]);
    }

    public Task LoadAgainAsync() => OnGetAsync(HttpContext.RequestAborted);

    static IQueryable<FeatureRow> Rows(IQueryable<Story> stories) => stories.Select(s => new FeatureRow(
        s.Id, s.Slug, s.Title, s.Language, s.Standing, s.Featuring == null ? null : s.Featuring.Until, s.Consents.Count, s.Consents.Min(c => c.Until)));

    string Day(int ahead) => clock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record FeatureRow(Guid Id, string Slug, string Title, string Language, EvidenceStanding Standing, DateTimeOffset? Until, int Consents, DateTimeOffset? ConsentEnds)
{
    /// <summary>It ends with this day.</summary>
    public DateOnly? LastDay => Until is { } until ? DateOnly.FromDateTime(until.UtcDateTime.AddTicks(-1)) : null;
}
