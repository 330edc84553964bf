using HealthDoers.Domain.Communities;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities;

/// <param name="Name">Ends a key of the texts: <c>ByPlace</c>.</param>
sealed record ListingFacet(string Name, IReadOnlyList<FacetChoice> Choices);

/// <param name="Url">Narrows to this, or, when it is chosen, widens again.</param>
sealed record FacetChoice(string Label, int Count, bool IsChosen, string Url);

/// <summary>What a directory can be narrowed to from where it stands, with how many would remain.</summary>
sealed class ListingFacets(AppDb db, TopicList topics, IStringLocalizer<CommunitiesText> text)
{
    const int MostChoices = 12;

    public async Task<IReadOnlyList<ListingFacet>> ReadAsync(ListingFilter filter, IQueryable<Listing> found, CancellationToken cancellationToken)
    {
        var labels = await found.SelectMany(l => l.Labels).GroupBy(l => new { l.Kind, l.Value })
            .Select(g => new { g.Key.Kind, g.Key.Value, Count = g.Count() }).ToListAsync(cancellationToken);
        var regions = await found.Where(l => l.RegionSlug != null).GroupBy(l => l.RegionSlug!)
            .Select(g => new { g.Key, Name = g.Min(l => l.RegionName)!, Count = g.Count() }).ToListAsync(cancellationToken);
        var hubs = await db.HubTies.Where(t => found.Any(l => l.Id == t.ListingId)).GroupBy(t => t.HubId)
            .Select(g => new { g.Key, Count = g.Count() }).Join(db.Hubs, g => g.Key, h => h.Id, (g, hub) => new { Hub = hub, g.Count }).ToListAsync(cancellationToken);
        var initiatives = await found.SelectMany(l => l.Initiatives).Where(t => t.Role != TieRole.PartOf).Select(t => new { t.InitiativeId, t.ListingId }).Distinct()
            .GroupBy(t => t.InitiativeId).Select(g => new { g.Key, Count = g.Count() })
            .Join(db.Listings.Public(), g => g.Key, l => l.Id, (g, l) => new { l.Slug, l.Content, g.Count }).ToListAsync(cancellationToken);
        var claimed = await found.CountAsync(l => l.StewardId != null, cancellationToken);
        var all = await found.CountAsync(cancellationToken);
        var known = await topics.GetAsync();

        List<ListingFacet> facets =
        [
            Facet("Sector", labels.Where(l => l.Kind == ListingLabelKind.Sector).Select(l => (Enum.Parse<Sector>(l.Value), l.Count)).OrderBy(l => l.Item1)
                .Select(l => Choice(text["Sector" + l.Item1], l.Count, filter.Sector == l.Item1, filter with { Sector = filter.Sector == l.Item1 ? null : l.Item1 }))),
            Facet("Place", regions.OrderByDescending(r => r.Count).ThenBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => Choice(r.Name, r.Count, filter.Region == r.Key, filter with { Region = filter.Region == r.Key ? null : r.Key }))),
            Facet("Topic", labels.Where(l => l.Kind == ListingLabelKind.Topic && known.BySlug.ContainsKey(l.Value)).OrderByDescending(l => l.Count)
                .Select(l => Choice(known.BySlug[l.Value].In(PageFrame.Language).Name, l.Count, filter.Topic == l.Value, filter with { Topic = filter.Topic == l.Value ? null : l.Value }))),
            Facet("Hub", hubs.OrderByDescending(h => h.Count)
                .Select(h => Choice(h.Hub.In(PageFrame.Language).Name, h.Count, filter.Hub == h.Hub.Slug, filter with { Hub = filter.Hub == h.Hub.Slug ? null : h.Hub.Slug }))),
            Facet("Initiative", initiatives.OrderByDescending(i => i.Count)
                .Select(i => Choice(i.Content.In(PageFrame.Language).Name, i.Count, filter.Initiative == i.Slug, filter with { Initiative = filter.Initiative == i.Slug ? null : i.Slug }))),
            Facet("Claimed", new[] { (Yes: true, Count: claimed), (Yes: false, Count: all - claimed) }.Where(c => c.Count > 0)
                .Select(c => Choice(text[c.Yes ? "Claimed" : "Unclaimed"], c.Count, filter.Claimed == c.Yes, filter with { Claimed = filter.Claimed == c.Yes ? null : c.Yes }))),
        ];
        return [.. facets.Where(f => f.Choices.Count > 0)];
    }

    static ListingFacet Facet(string name, IEnumerable<FacetChoice> choices) => new(name, [.. choices.Take(MostChoices)]);

    static FacetChoice Choice(string label, int count, bool isChosen, ListingFilter next) => new(label, count, isChosen, next.Url());
}
