using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Ideas.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>What I am writing: stories and ideas.</summary>
sealed class DraftsModel(AppDb db, CurrentMember current, Drafts drafts, IdeaDrafts ideaDrafts, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Just thrown away; one press brings it back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Discarded { get; set; }

    public string Handle { get; private set; } = "";

    /// <param name="What">A key of <see cref="WritingText"/>.</param>
    public sealed record Row(Guid Id, string Title, DateTimeOffset SavedAt, string Address, string What);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        Handle = me.Handle;
        Rows = [.. (await StoriesAsync(me, cancellationToken)).Concat(await IdeasAsync(me, cancellationToken)).OrderByDescending(row => row.SavedAt)];
        if (Discarded is { } id && (await drafts.FindAsync(id, me, cancellationToken))?.DiscardedAt is null && (await ideaDrafts.FindAsync(id, me, cancellationToken))?.DiscardedAt is null)
            Discarded = null;
    }

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, story => story.Discard(clock.GetUtcNow()), idea => idea.Discard(clock.GetUtcNow()), $"/stories/drafts?discarded={id}", cancellationToken);

    public Task<IActionResult> OnPostBringBackAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, story => story.BringBack(), idea => idea.BringBack(), "/stories/drafts", cancellationToken);

    async Task<IEnumerable<Row>> StoriesAsync(Member me, CancellationToken cancellationToken)
    {
        var mine = await drafts.Of(me).ToListAsync(cancellationToken);
        var edited = mine.Select(d => d.StoryId).OfType<Guid>().ToList();
        var slugs = await db.Stories.Where(s => edited.Contains(s.Id)).Select(s => new { s.Id, s.Slug }).ToDictionaryAsync(s => s.Id, s => s.Slug, cancellationToken);
        return mine.Select(d => d.StoryId is { } story && slugs.GetValueOrDefault(story) is { } slug
            ? new Row(d.Id, d.Title, d.SavedAt, $"/stories/{slug}/edit?draft={d.Id}", "DraftOfEdit")
            : new Row(d.Id, d.Title, d.SavedAt, $"/stories/new?draft={d.Id}", "DraftOfNew"));
    }

    async Task<IEnumerable<Row>> IdeasAsync(Member me, CancellationToken cancellationToken)
    {
        var mine = await ideaDrafts.Of(me).ToListAsync(cancellationToken);
        var edited = mine.Select(d => d.IdeaId).OfType<Guid>().ToList();
        var slugs = await db.Ideas.Where(i => edited.Contains(i.Id)).Select(i => new { i.Id, i.Slug }).ToDictionaryAsync(i => i.Id, i => i.Slug, cancellationToken);
        return mine.Select(d => d.IdeaId is { } idea
            ? new Row(d.Id, d.Title, d.SavedAt, $"/ideas/{slugs[idea]}/edit?draft={d.Id}", "DraftOfIdeaEdit")
            : new Row(d.Id, d.Title, d.SavedAt, $"/ideas/new?draft={d.Id}", "DraftOfIdea"));
    }

    async Task<IActionResult> ChangeAsync(Guid id, Action<StoryDraft> changeStory, Action<IdeaDraft> changeIdea, string next, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await drafts.FindAsync(id, me, cancellationToken) is { PublishedAt: null } story)
            changeStory(story);
        else if (await ideaDrafts.FindAsync(id, me, cancellationToken) is { } idea)
            changeIdea(idea);
        else
            return NotFound();
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther(next);
    }
}
