using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class KeptModel(AppDb db, CurrentMember current) : PageModel
{
    public IReadOnlyList<KeptRow> Stories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        Stories = await db.Bookmarks.Where(b => b.MemberId == member.Id)
            .Join(db.Stories.VisibleTo(member), b => b.StoryId, s => s.Id, (b, s) => new { b.At, Story = s })
            .OrderByDescending(k => k.At).Take(200)
            .Select(k => new KeptRow(k.Story.Slug, k.Story.Title, k.Story.Summary, k.Story.Standing)).ToListAsync(stop);
    }
}

public sealed record KeptRow(string Slug, string Title, string Summary, EvidenceStanding Standing);
