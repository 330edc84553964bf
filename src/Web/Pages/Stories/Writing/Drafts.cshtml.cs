using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>What I am writing.</summary>
sealed class DraftsModel(AppDb db, CurrentMember current, Drafts drafts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Just thrown away; one press brings it back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Discarded { get; set; }

    public string Handle { get; private set; } = "";

    public sealed record Row(Guid Id, string Title, DateTimeOffset SavedAt, string? StorySlug)
    {
        public string Address => StorySlug is null ? $"/stories/new?draft={Id}" : $"/stories/{StorySlug}/edit?draft={Id}";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        Handle = me.Handle;
        var mine = await drafts.Of(me).OrderByDescending(d => d.SavedAt).ToListAsync(cancellationToken);
        var edited = mine.Select(d => d.StoryId).OfType<Guid>().ToList();
        var slugs = await db.Stories.Where(s => edited.Contains(s.Id)).Select(s => new { s.Id, s.Slug }).ToDictionaryAsync(s => s.Id, s => s.Slug, cancellationToken);
        Rows = [.. mine.Select(d => new Row(d.Id, d.Title, d.SavedAt, d.StoryId is { } story ? slugs.GetValueOrDefault(story) : null))];
        if (Discarded is { } id && (await drafts.FindAsync(id, me, cancellationToken))?.DiscardedAt is null)
            Discarded = null;
    }

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, draft => draft.Discard(clock.GetUtcNow()), $"/stories/drafts?discarded={id}", cancellationToken);

    public Task<IActionResult> OnPostBringBackAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, draft => draft.BringBack(), "/stories/drafts", cancellationToken);

    async Task<IActionResult> ChangeAsync(Guid id, Action<StoryDraft> change, string next, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, await current.RequireAsync(cancellationToken), cancellationToken) is not { PublishedAt: null } draft)
            return NotFound();
        change(draft);
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther(next);
    }
}
