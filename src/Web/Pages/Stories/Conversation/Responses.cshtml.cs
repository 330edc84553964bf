using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>Who answered a story, with their notes: for its author and editors.</summary>
public sealed class ResponsesModel(AppDb db, CurrentMember current) : PageModel
{
    public Story Story { get; private set; } = null!;

    public IReadOnlyList<ResponseRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.Stories.VisibleTo(member).SingleOrDefaultAsync(s => s.Slug == slug || db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id), stop) is not { } story || !story.CanBeEditedBy(member))
            return NotFound();
        Story = story;
        Rows = await db.StoryResponses.Where(r => r.StoryId == story.Id && r.Member.ErasedAt == null).OrderBy(r => r.Kind).ThenByDescending(r => r.At)
            .Select(r => new ResponseRow(r.Kind, r.Member.Handle, r.Member.Name, r.Note, r.At)).ToListAsync(stop);
        return Page();
    }
}

public sealed record ResponseRow(ResponseKind Kind, string Handle, string Name, string Note, DateTimeOffset At);
