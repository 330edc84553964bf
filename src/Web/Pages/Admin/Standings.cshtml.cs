using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Standings that authors claim and no editor has confirmed yet; the last claim of a story or an idea counts.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class StandingsModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    const int Most = 100;

    public IReadOnlyList<ClaimRow> Rows { get; private set; } = [];

    public static IQueryable<StandingStep> Claimed(AppDb db) => db.Stories.Public().SelectMany(s => s.Steps)
        .Where(step => step.ConfirmedAt == null && !db.Set<StandingStep>().Any(later => later.StoryId == step.StoryId && later.ClaimedAt > step.ClaimedAt));

    public static IQueryable<IdeaStep> ClaimedOfIdeas(AppDb db) => db.Ideas.Public().SelectMany(i => i.Steps)
        .Where(step => step.ConfirmedAt == null && !db.Set<IdeaStep>().Any(later => later.IdeaId == step.IdeaId && later.ClaimedAt > step.ClaimedAt));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var stories = await Claimed(db).OrderBy(step => step.ClaimedAt).Take(Most)
            .Join(db.Stories, step => step.StoryId, s => s.Id, (step, s) => new ClaimRow(step.Id, "/stories/" + s.Slug, s.Title, s.Language, s.Author.Name, step.Standing, step.Reason, step.ClaimedAt))
            .ToListAsync(stop);
        var ideas = await ClaimedOfIdeas(db).OrderBy(step => step.ClaimedAt).Take(Most)
            .Join(db.Ideas, step => step.IdeaId, i => i.Id, (step, i) => new ClaimRow(step.Id, "/ideas/" + i.Slug, i.Title, i.Language, i.ProposedBy.Name, step.Standing, step.Reason, step.ClaimedAt))
            .ToListAsync(stop);
        Rows = [.. stories.Concat(ideas).OrderBy(r => r.At).Take(Most)];
    }

    public async Task<IActionResult> OnPostAsync(Guid step, CancellationToken stop)
    {
        var (editor, now) = (await current.RequireAsync(stop), clock.GetUtcNow());
        if (await db.Stories.Include(s => s.Steps).SingleOrDefaultAsync(s => s.Steps.Any(claimed => claimed.Id == step), stop) is { } story)
            story.Confirm(story.Steps.Single(claimed => claimed.Id == step), editor, now);
        else if (await db.Ideas.Include(i => i.Steps).SingleOrDefaultAsync(i => i.Steps.Any(claimed => claimed.Id == step), stop) is { } idea)
            idea.Confirm(idea.Steps.Single(claimed => claimed.Id == step), editor, now);
        else
            return NotFound();
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/standings", text["Confirmed"]);
    }
}

public sealed record ClaimRow(Guid Id, string Address, string Title, string Language, string Author, EvidenceStanding Standing, string Reason, DateTimeOffset At);
