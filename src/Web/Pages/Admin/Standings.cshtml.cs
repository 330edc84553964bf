using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Standings that authors claim and no editor has confirmed yet; the last claim of a story counts.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class StandingsModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    public IReadOnlyList<ClaimRow> Rows { get; private set; } = [];

    public static IQueryable<StandingStep> Claimed(AppDb db) => db.Stories.Public().SelectMany(s => s.Steps)
        .Where(step => step.ConfirmedAt == null && !db.Set<StandingStep>().Any(later => later.StoryId == step.StoryId && later.ClaimedAt > step.ClaimedAt));

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await Claimed(db).OrderBy(step => step.ClaimedAt).Take(100)
            .Join(db.Stories, step => step.StoryId, s => s.Id, (step, s) => new ClaimRow(step.Id, s.Slug, s.Title, s.Language, s.Author.Name, step.Standing, step.Reason, step.ClaimedAt))
            .ToListAsync(stop);

    public async Task<IActionResult> OnPostAsync(Guid step, CancellationToken stop)
    {
        if (await db.Stories.Include(s => s.Steps).SingleOrDefaultAsync(s => s.Steps.Any(claimed => claimed.Id == step), stop) is not { } story)
            return NotFound();
        story.Confirm(story.Steps.Single(claimed => claimed.Id == step), await current.RequireAsync(stop), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/standings", text["Confirmed"]);
    }
}

public sealed record ClaimRow(Guid Id, string Slug, string Title, string Language, string Author, EvidenceStanding Standing, string Reason, DateTimeOffset At);
