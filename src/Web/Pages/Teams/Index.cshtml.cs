using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

[KeptForVisitors(PageArea.Communities)]
public sealed class IndexModel(AppDb db) : PageModel
{
    const int MostShown = 100;

    public IReadOnlyList<TeamRow> Rows { get; private set; } = [];

    /// <summary>The list shows teams whose work is over.</summary>
    public bool ShowsEnded { get; private set; }
    public bool HasEnded { get; private set; }

    public async Task OnGetAsync([FromQuery] bool ended, CancellationToken stop)
    {
        ShowsEnded = ended;
        HasEnded = await db.PeerTeams.VisibleTo(null).AnyAsync(t => t.Ending != null, stop);
        var teams = ended ? db.PeerTeams.VisibleTo(null).Where(t => t.Ending != null).OrderByDescending(t => t.FoundedAt) : db.PeerTeams.AtWork();
        Rows = await teams.Take(MostShown).ToRowsAsync(db, stop);
    }
}
