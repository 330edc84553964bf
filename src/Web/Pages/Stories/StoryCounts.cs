using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>How many public stories there are under each thing they can be found under.</summary>
sealed class StoryCounts(IDbContextFactory<AppDb> dbs) : Kept<StoryCounts.Counts>(dbs)
{
    protected override async Task<Counts> ReadAsync(AppDb db)
    {
        var stories = db.Stories.Public();
        var labels = await stories.SelectMany(s => s.Labels).GroupBy(l => new { l.Kind, l.Value })
            .Select(g => new { g.Key.Kind, g.Key.Value, Count = g.Count() }).ToListAsync();
        var kinds = await stories.GroupBy(s => s.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var places = await stories.Where(s => s.PlaceSlug != null).GroupBy(s => s.PlaceSlug!)
            .Select(g => new Place(g.Key, g.Min(s => s.PlaceName)!, g.Count())).ToListAsync();
        return new(
            kinds.Sum(k => k.Count),
            kinds.ToDictionary(k => k.Key, k => k.Count),
            labels.ToDictionary(l => (l.Kind, l.Value), l => l.Count),
            [.. places.OrderByDescending(p => p.Count).ThenBy(p => p.Name, StringComparer.Ordinal)]);
    }

    public sealed record Counts(
        int All,
        IReadOnlyDictionary<StoryKind, int> ByKind,
        IReadOnlyDictionary<(LabelKind, string), int> ByLabel,
        IReadOnlyList<Place> Places)
    {
        public int Of(StoryKind kind) => ByKind.GetValueOrDefault(kind);
        public int Of(LabelKind kind, string value) => ByLabel.GetValueOrDefault((kind, value));
        public int OfPlace(string slug) => Places.FirstOrDefault(p => p.Slug == slug)?.Count ?? 0;
    }

    public sealed record Place(string Slug, string Name, int Count);
}
