using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>All stories of a hub, newest first.</summary>
[KeptForVisitors(PageArea.Hubs)]
sealed class StoriesModel(AppDb db, CurrentMember current, TimeProvider clock) : PageModel
{
    const int PageSize = 20;

    public Hub Hub { get; private set; } = null!;
    public HubWords Words => Hub.In(PageFrame.Language);
    public IReadOnlyList<StoryRow> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public bool IsFirst { get; private set; }
    public bool CanModerate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? before, CancellationToken cancellationToken)
    {
        if (await db.Hubs.AsNoTracking().WithRoles().Standing().SingleOrDefaultAsync(h => h.Slug == slug, cancellationToken) is not { } hub)
            return NotFound();
        Hub = hub;
        CanModerate = await current.GetAsync(cancellationToken) is { } me && hub.CanBeModeratedBy(me, clock.GetUtcNow());
        var stories = db.Stories.Public().InHubs([hub], db.HubShares);
        var place = ListPlace.Read(before);
        IsFirst = place is null;
        if (place is { } after)
            stories = after.After(stories);
        var found = await stories.Newest().Take(PageSize + 1).ToRowsAsync(PageFrame.Language, cancellationToken);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Older = $"{HubAddress.Of(slug)}/stories?before={new ListPlace(found[^1].PublishedAt, found[^1].Id)}";
        }
        Rows = found.Rows();
        return Page();
    }
}
