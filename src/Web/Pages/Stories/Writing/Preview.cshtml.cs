using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>A draft as it will look.</summary>
sealed class PreviewModel(AppDb db, CurrentMember current, Drafts drafts, WritingDesk desk, Publishing publishing) : PageModel
{
    public StoryDraft Draft { get; private set; } = null!;
    public WrittenStory Written { get; private set; } = null!;

    /// <summary>The address of the edited story, or null for a new one.</summary>
    public string? EditedSlug { get; private set; }

    public string AddressOfForm => EditedSlug is null ? $"/stories/new?draft={Draft.Id}" : $"/stories/{EditedSlug}/edit?draft={Draft.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
            return answer;
        if (Written.Faults.Count > 0)
            return new SeeOther($"{AddressOfForm}&check=true");
        try
        {
            return new SeeOther($"/stories/{await publishing.PublishAsync(Draft, Written, await current.RequireAsync(cancellationToken), cancellationToken)}");
        }
        catch (StaleEditException)
        {
            // The form shows both versions when it is sent.
            return new SeeOther(AddressOfForm);
        }
    }

    async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await drafts.FindAsync(id, me, cancellationToken) is not { DiscardedAt: null } draft)
            return NotFound();
        EditedSlug = await db.Stories.Where(s => s.Id == draft.StoryId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken);
        if (draft.PublishedAt is not null)
            return EditedSlug is null ? NotFound() : new SeeOther($"/stories/{EditedSlug}");
        Draft = draft;
        Written = await desk.ReadAsync(StoryFields.ToForm(draft.Fields), draft, cancellationToken);
        return null;
    }
}
