using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>The communities and initiatives of a hub and its parts, on the hub's page; who is in several of them counts once.</summary>
sealed class HubListings(AppDb db) : IHubPart
{
    const int Shown = 6;

    public int Place => 10;
    public string Partial => "/Pages/Communities/_HubListings.cshtml";

    public async Task<object?> ReadAsync(Hub hub, IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        var hubs = under.Select(h => h.Id).ToList();
        var tied = db.Listings.Public().Where(l => l.Kind != ListingKind.Partner && db.HubTies.Any(t => t.ListingId == l.Id && hubs.Contains(t.HubId)));
        var count = await tied.CountAsync(cancellationToken);
        return count == 0 ? null
            : new HubListingsView(hub.Slug, count, await tied.OrderBy(l => l.Kind).ThenByDescending(l => l.ChangedAt).ThenBy(l => l.Id).Take(Shown).ToRowsAsync(cancellationToken));
    }
}

sealed record HubListingsView(string HubSlug, int Count, IReadOnlyList<ListingRow> Rows);
