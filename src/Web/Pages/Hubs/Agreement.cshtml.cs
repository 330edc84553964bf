using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>What members of a hub agree to, with the versions before it.</summary>
[KeptForVisitors(PageArea.Hubs)]
sealed class AgreementModel(AppDb db, HubList hubList) : PageModel
{
    public Hub Hub { get; private set; } = null!;
    public HubWords Words => Hub.In(PageFrame.Language);
    public IReadOnlyList<HubAgreement> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!(await hubList.GetAsync()).BySlug.TryGetValue(slug, out var hub))
            return NotFound();
        Hub = hub;
        Versions = await db.HubAgreements.AsNoTracking().Where(a => a.HubId == hub.Id).OrderByDescending(a => a.Number).Take(50).ToListAsync(cancellationToken);
        return Page();
    }
}
