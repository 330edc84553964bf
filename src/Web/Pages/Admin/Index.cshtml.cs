using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>What waits for editors and administrators.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class IndexModel(AppDb db, CurrentMember current, TimeProvider clock) : PageModel
{
    public bool IsAdministrator { get; private set; }
    public int Reports { get; private set; }
    public int Standings { get; private set; }
    public int Featured { get; private set; }
    public int Claims { get; private set; }
    public int Spotlights { get; private set; }
    public int SetAside { get; private set; }
    public int MailSetAside { get; private set; }
    public int Asked { get; private set; }

    /// <summary>Applications to found a hub, and appeals.</summary>
    public int Hubs { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        IsAdministrator = (await current.RequireAsync(stop)).IsAdministrator;
        Reports = await db.Reports.CountAsync(r => r.Resolution == null, stop);
        Standings = await StandingsModel.Claimed(db).CountAsync(stop) + await StandingsModel.ClaimedOfIdeas(db).CountAsync(stop);
        Featured = await db.Stories.FeaturedAt(clock.GetUtcNow()).CountAsync(stop);
        Claims = await ClaimsModel.Waiting(db).CountAsync(stop);
        Spotlights = await SpotlightsModel.Waiting(db, clock.GetUtcNow()).CountAsync(stop);
        Hubs = await HubsModel.WaitingAsync(db, stop);
        Asked = await HealthDoers.Web.Pages.Admin.Asked.IndexModel.Waiting(db).CountAsync(stop);
        SetAside = await db.ParkedEvents.CountAsync(p => p.SetAsideAt != null, stop);
        MailSetAside = await db.OutgoingMails.CountAsync(m => m.SetAsideAt != null, stop);
    }
}
