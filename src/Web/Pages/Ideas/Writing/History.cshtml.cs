using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>Who changed an idea, when and how; for everyone who may read it.</summary>
sealed class HistoryModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ProposingText> words) : PageModel
{
    public Idea Idea { get; private set; } = null!;
    public IReadOnlyList<Version> Versions { get; private set; } = [];
    public bool CanRestore { get; private set; }

    /// <param name="Number">From 1.</param>
    /// <param name="By">Null for someone who left.</param>
    /// <param name="Changes">Against the version before.</param>
    /// <param name="RevisionId">Null for the present one.</param>
    public sealed record Version(int Number, string? By, DateTimeOffset At, IReadOnlyList<ChangedPart> Changes, Guid? RevisionId);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (await FindAsync(slug, me, cancellationToken) is not { } idea)
            return NotFound();
        if (idea.Slug != slug)
            return RedirectPermanent($"/ideas/{idea.Slug}/history");
        Idea = idea;
        CanRestore = me is not null && idea.CanBeEditedBy(me);
        Versions = await VersionsAsync(idea, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid revision, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (me is null || await FindAsync(slug, me, cancellationToken) is not { } idea || !idea.CanBeEditedBy(me)
            || idea.Revisions.SingleOrDefault(r => r.Id == revision) is not { } wanted)
            return NotFound();
        var title = idea.Title;
        idea.Restore(wanted, me, clock.GetUtcNow());
        if (idea.Title != title)
            await db.MoveAsync(idea, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Changed meanwhile: the history shows by whom, and the button is still there.
            return new SeeOther($"/ideas/{slug}/history");
        }
        return this.Done(IdeaAddress.Of(idea.Slug), words["Restored"]);
    }

    Task<Idea?> FindAsync(string slug, Member? me, CancellationToken cancellationToken) =>
        db.Ideas.VisibleTo(me).Include(i => i.Revisions).Include(i => i.Labels)
            .SingleOrDefaultAsync(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id), cancellationToken);

    async Task<IReadOnlyList<Version>> VersionsAsync(Idea idea, CancellationToken cancellationToken)
    {
        var revisions = idea.Revisions.OrderBy(r => r.Number).ToList();
        var writers = revisions.Select(r => r.ReplacedById).Append(idea.ProposedById).Distinct().ToList();
        var names = await db.Members.Where(m => writers.Contains(m.Id) && m.ErasedAt == null).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);

        List<(int Number, IdeaContent Content, Guid? RevisionId)> told = [.. revisions.Select(r => (r.Number, r.Content, (Guid?)r.Id)), (idea.Version, idea.Content, null)];
        return
        [
            .. told.Select((version, i) =>
            {
                // Whoever replaced a version wrote the next one.
                var writer = i == 0 ? null : revisions[i - 1];
                return new Version(version.Number, names.GetValueOrDefault(writer?.ReplacedById ?? idea.ProposedById), writer?.ReplacedAt ?? idea.ProposedAt,
                    i == 0 ? [] : IdeaParts.Changes(told[i - 1].Content, version.Content), version.RevisionId);
            }).Reverse(),
        ];
    }
}
