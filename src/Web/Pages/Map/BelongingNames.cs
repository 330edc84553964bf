using HealthDoers.Domain.Communities;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Map;

/// <summary>What the slugs by which the map is narrowed are called in the reader's language. One that nobody knows is its own name.</summary>
sealed class BelongingNames(AppDb db, HubList hubs)
{
    public async Task<IReadOnlyList<(string Slug, string Name)>> OfHubsAsync(IEnumerable<string> slugs)
    {
        var known = (await hubs.GetAsync()).BySlug;
        return InOrder(slugs.Select(slug => (slug, known.TryGetValue(slug, out var hub) ? hub.In(PageFrame.Language).Name : slug)));
    }

    public async Task<IReadOnlyList<(string Slug, string Name)>> OfProgrammesAsync(IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var asked = slugs.ToList();
        var known = await db.Listings.AsNoTracking().Public().Where(l => l.Kind == ListingKind.Initiative && asked.Contains(l.Slug))
            .Select(l => new { l.Slug, l.Content }).ToDictionaryAsync(l => l.Slug, l => l.Content.In(PageFrame.Language).Name, cancellationToken);
        return InOrder(asked.Select(slug => (slug, known.GetValueOrDefault(slug, slug))));
    }

    static List<(string Slug, string Name)> InOrder(IEnumerable<(string Slug, string Name)> names) => [.. names.OrderBy(n => n.Name, StringComparer.CurrentCultureIgnoreCase)];
}
