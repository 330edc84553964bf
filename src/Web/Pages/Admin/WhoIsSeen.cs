using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Whose topics and regions the home page shows now, and whose it does not.</summary>
public sealed class WhoIsSeen(AppDb db)
{
    /// <summary>Names of the hubs from whose topic or region nobody is featured or in the spotlight.</summary>
    public async Task<IReadOnlyList<string>> HubsNotSeenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stories = await db.Stories.Public().FeaturedAt(now)
            .Select(s => new { s.PlaceName, Topics = s.Labels.Where(l => l.Kind == LabelKind.Topic).Select(l => l.Value).ToList() }).ToListAsync(cancellationToken);
        var people = await db.Spotlights.AsNoTracking().ShownAt(now).Select(s => s.Member.Profile).ToListAsync(cancellationToken);
        var seen = stories.Select(s => (s.PlaceName, s.Topics)).Concat(people.Select(p => ((string?)p.Place, p.Topics))).ToList();
        var hubs = await db.Hubs.AsNoTracking().ToListAsync(cancellationToken);
        return [.. hubs.Where(hub => !seen.Exists(s => Shows(hub, s.Item1, s.Item2))).Select(hub => hub.In(PageFrame.Language).Name).Order(StringComparer.CurrentCulture)];
    }

    static bool Shows(Hub hub, string? place, List<string> topics) => hub.Scope.Covers(place) || hub.Scope.Topics.Exists(topics.Contains);
}
