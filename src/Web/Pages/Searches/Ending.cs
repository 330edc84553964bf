using HealthDoers.Domain.Searches;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

static class Ending
{
    /// <summary>The search goes with all that was found and told because of it.</summary>
    public static async Task EndAsync(this AppDb db, SavedSearch search, WriteGate gate, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await db.Notifications.Where(n => n.SubjectId == search.Id).ExecuteDeleteAsync(stop);
        await db.SavedSearches.Where(s => s.Id == search.Id).ExecuteDeleteAsync(stop);
    }
}
