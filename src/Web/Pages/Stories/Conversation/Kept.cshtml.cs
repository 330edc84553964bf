using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class KeptModel(AppDb db, CurrentMember current) : PageModel
{
    const int Most = 200;

    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        var kept = db.Bookmarks.Where(b => b.MemberId == member.Id);
        var rows = await db.Stories.VisibleTo(member).Where(s => kept.Any(b => b.StoryId == s.Id))
            .OrderByDescending(s => kept.Where(b => b.StoryId == s.Id).Max(b => b.At)).Take(Most).ToRowsAsync(PageFrame.Language, stop);
        Stories = rows.Rows();
    }
}
