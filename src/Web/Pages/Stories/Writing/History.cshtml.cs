using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Who changed a story, when and how; for everyone who may read it.</summary>
sealed class HistoryModel(AppDb db, CurrentMember current, Publishing publishing, StoryParts parts, TimeProvider clock) : PageModel
{
    public Story Story { get; private set; } = null!;
    public IReadOnlyList<Version> Versions { get; private set; } = [];
    public bool CanRestore { get; private set; }

    /// <param name="Number">From 1.</param>
    /// <param name="By">Null for someone who left, or whom nobody is to see.</param>
    /// <param name="Changes">Against the version before; empty for the first that is shown.</param>
    /// <param name="RevisionId">Null for the present one.</param>
    public sealed record Version(int Number, string? By, DateTimeOffset At, IReadOnlyList<ChangedPart> Changes, bool IsFirst, Guid? RevisionId);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (await FindAsync(slug, me, cancellationToken) is not { } story)
            return NotFound();
        if (story.Slug != slug)
            return RedirectPermanent($"/stories/{story.Slug}/history");
        Story = story;
        CanRestore = me is not null && story.CanBeEditedBy(me);
        Versions = await VersionsAsync(story, me, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid revision, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (me is null || await FindAsync(slug, me, cancellationToken) is not { } story || !story.CanBeEditedBy(me)
            || story.Revisions.SingleOrDefault(r => r.Id == revision) is not { } wanted)
            return NotFound();
        var title = story.Title;
        story.Restore(wanted, me, clock.GetUtcNow());
        if (story.Title != title)
            await publishing.MoveAsync(story, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Changed meanwhile: the history shows by whom, and the button is still there.
            return new SeeOther($"/stories/{slug}/history");
        }
        return new SeeOther($"/stories/{story.Slug}");
    }

    Task<Story?> FindAsync(string slug, Member? me, CancellationToken cancellationToken) =>
        db.Stories.VisibleTo(me).Include(s => s.Revisions).Include(s => s.Consents).Include(s => s.Labels)
            .SingleOrDefaultAsync(s => db.StorySlugs.Any(x => x.Slug == slug && x.StoryId == s.Id), cancellationToken);

    async Task<IReadOnlyList<Version>> VersionsAsync(Story story, Member? me, CancellationToken cancellationToken)
    {
        var shown = story.RevisionsFor(me).ToList();
        var writers = story.Revisions.Select(r => r.ReplacedById).Append(story.AuthorId).Distinct().ToList();
        var names = await db.Members.Where(m => writers.Contains(m.Id) && m.ErasedAt == null && m.Profile.SeenBy != Audience.Nobody).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);

        List<(int Number, StoryContent Content, Guid? RevisionId)> told = [.. shown.Select(r => (r.Number, r.Content, (Guid?)r.Id)), (story.Version, story.Content, null)];
        var versions = new List<Version>();
        for (var i = told.Count - 1; i >= 0; i--)
        {
            var (number, content, revisionId) = told[i];
            // Whoever replaced a version wrote the next one.
            var writer = story.Revisions.SingleOrDefault(r => r.Number == number - 1);
            versions.Add(new(number, names.GetValueOrDefault(writer?.ReplacedById ?? story.AuthorId), writer?.ReplacedAt ?? story.PublishedAt,
                i == 0 ? [] : await parts.ChangesAsync(told[i - 1].Content, content), i == 0, revisionId));
        }
        return versions;
    }
}
