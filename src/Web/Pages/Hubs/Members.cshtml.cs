using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>The members of a hub whom the reader may see.</summary>
[KeptForVisitors(PageArea.Hubs)]
sealed class MembersModel(AppDb db, CurrentMember current, TimeProvider clock) : PageModel
{
    const int PageSize = 50;

    public Hub Hub { get; private set; } = null!;
    public HubWords Words => Hub.In(PageFrame.Language);
    public IReadOnlyList<HubPerson> Rows { get; private set; } = [];

    /// <summary>All of them, also those who are not shown.</summary>
    public int Count { get; private set; }
    public bool CanModerate { get; private set; }
    public Guid? MyId { get; private set; }
    public string? Newer { get; private set; }
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken, [FromQuery] int page = 1)
    {
        if (await db.Hubs.AsNoTracking().WithRoles().Standing().SingleOrDefaultAsync(h => h.Slug == slug, cancellationToken) is not { } hub)
            return NotFound();
        Hub = hub;
        page = Math.Clamp(page, 1, 10_000);
        var viewer = await current.GetAsync(cancellationToken);
        MyId = viewer?.Id;
        CanModerate = viewer is not null && hub.CanBeModeratedBy(viewer, clock.GetUtcNow());
        Count = await db.HubMemberships.Joined().CountAsync(m => m.HubId == hub.Id, cancellationToken);
        var rows = await HubPerson.Of(db, hub.Id, viewer).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Newer = page > 1 ? $"{HubAddress.Of(slug)}/members?page={page - 1}" : null;
        Older = rows.Count > PageSize ? $"{HubAddress.Of(slug)}/members?page={page + 1}" : null;
        return Page();
    }
}
