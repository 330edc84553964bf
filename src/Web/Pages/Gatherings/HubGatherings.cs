using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What is to come in a hub and its parts, on the hub's page.</summary>
sealed class HubGatherings(AppDb db, TimeProvider clock) : IHubPart
{
    const int Shown = 5;

    public int Place => 5;
    public string Partial => "/Pages/Gatherings/_HubGatherings.cshtml";

    public async Task<object?> ReadAsync(Hub hub, IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        var hubs = under.Select(h => (Guid?)h.Id).ToList();
        var rows = await db.NextAsync(db.Gatherings.Public().Where(g => hubs.Contains(g.HubId)), clock.GetUtcNow(), Shown, cancellationToken);
        return rows.Count == 0 && viewer is null ? null : new HubGatheringsView(hub.Slug, rows);
    }
}

sealed record HubGatheringsView(string HubSlug, IReadOnlyList<GatheringRow> Rows);

/// <summary>What is to come of a community, an initiative or a partner, on its page.</summary>
sealed class ListingGatherings(AppDb db, TimeProvider clock)
{
    const int Shown = 5;

    public Task<IReadOnlyList<GatheringRow>> ReadAsync(Guid listingId, CancellationToken stop) =>
        db.NextAsync(db.Gatherings.Public().Where(g => g.ListingId == listingId), clock.GetUtcNow(), Shown, stop);
}

static class NextGatherings
{
    const int MostRead = 100;

    /// <summary>The next time of each of these gatherings, soonest first.</summary>
    public static async Task<IReadOnlyList<GatheringRow>> NextAsync(this AppDb db, IQueryable<Gathering> gatherings, DateTimeOffset now, int most, CancellationToken stop)
    {
        var rows = await db.Occurrences.AsNoTracking().Where(o => o.EndsAt > now).Standing(db)
            .Where(o => !db.Occurrences.Any(b => b.GatheringId == o.GatheringId && b.EndsAt > now && b.Cancellation == null && b.StartsAt < o.StartsAt))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id).Rows(gatherings).Take(MostRead).ToListAsync(stop);
        return [.. rows.DistinctBy(r => r.Slug).Take(most)];
    }
}
