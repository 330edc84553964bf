using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class KeepModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ConversationText> text) : PageModel
{
    Bookmark? _bookmark;

    public Story Story { get; private set; } = null!;

    public bool Kept => _bookmark is not null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await FindAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await FindAsync(slug, stop))
            return NotFound();
        if (_bookmark is { } bookmark)
            db.Remove(bookmark);
        else
            db.Bookmarks.Add(new(current.Id!.Value, Story.Id, clock.GetUtcNow()));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done($"/stories/{Story.Slug}", text[Kept ? "KeptNot" : "KeptSaid"]);
    }

    async Task<bool> FindAsync(string slug, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await db.Stories.VisibleTo(member).SingleOrDefaultAsync(s => s.Slug == slug || db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id), stop) is not { } story)
            return false;
        Story = story;
        _bookmark = await db.Bookmarks.SingleOrDefaultAsync(b => b.StoryId == story.Id && b.MemberId == member.Id, stop);
        return true;
    }
}
