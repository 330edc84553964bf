using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>How many public ideas there are under each thing they can be narrowed to. Those of the whole list are kept.</summary>
sealed class IdeaCounts(IDbContextFactory<AppDb> dbs) : Kept<IdeaCounts.Counts>(dbs)
{
    const int MostPlaces = 12;

    protected override Task<Counts> ReadAsync(AppDb db) => ReadAsync(db, new IdeaFilter(), CancellationToken.None);

    public async Task<Counts> OfAsync(AppDb db, IdeaFilter filter, CancellationToken cancellationToken) =>
        filter.IsEmpty ? await GetAsync() : await ReadAsync(db, filter, cancellationToken);

    /// <summary>A facet counts what its other values would show: under all that is chosen but itself.</summary>
    static async Task<Counts> ReadAsync(AppDb db, IdeaFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<Idea> Under(IdeaFilter chosen) => chosen.Of(db.Ideas.AsNoTracking().Public());

        async Task<Dictionary<string, int>> LabelsAsync(IdeaLabelKind kind, IdeaFilter chosen) =>
            await Under(chosen).SelectMany(i => i.Labels).Where(l => l.Kind == kind).GroupBy(l => l.Value)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(l => l.Key, l => l.Count, cancellationToken);

        return new(
            await Under(filter).CountAsync(cancellationToken),
            await LabelsAsync(IdeaLabelKind.Topic, filter with { Topic = null }),
            await LabelsAsync(IdeaLabelKind.Source, filter with { Source = null }),
            await LabelsAsync(IdeaLabelKind.Skill, filter with { Skill = null }),
            await Under(filter with { Evidence = null }).GroupBy(i => i.Standing)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(s => s.Key, s => s.Count, cancellationToken),
            [.. (await Under(filter with { Place = null }).Where(i => i.PlaceSlug != null).GroupBy(i => i.PlaceSlug!)
                .Select(g => new { g.Key, Name = g.Min(i => i.PlaceName)!, Count = g.Count() }).OrderByDescending(p => p.Count).ThenBy(p => p.Key).Take(MostPlaces)
                .ToListAsync(cancellationToken)).Select(p => new Place(p.Key, p.Name, p.Count))]);
    }

    /// <param name="Places">The most frequent ones.</param>
    public sealed record Counts(
        int All,
        IReadOnlyDictionary<string, int> Topics,
        IReadOnlyDictionary<string, int> Sources,
        IReadOnlyDictionary<string, int> Skills,
        IReadOnlyDictionary<EvidenceStanding, int> Standings,
        IReadOnlyList<Place> Places);

    public sealed record Place(string Slug, string Name, int Count);
}
