using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Map;

/// <summary>The markers that answer a question: counted, listed or gathered into clusters, always the same ones.</summary>
sealed class MapAnswer(IReadOnlyList<MapAnswer.Part> parts)
{
    /// <summary>What of one tree belongs to the answer.</summary>
    /// <param name="Visible">What it was chosen from.</param>
    public readonly record struct Part(MarkerTree Tree, Bits Chosen, Summed Visible);

    public IReadOnlyList<Part> Parts => parts;

    public int Total { get; } = parts.Sum(part => part.Chosen.Count());

    public int CountOf(MapLayer layer) => parts.Sum(part => part.Chosen.CountWith(part.Tree.Layer(layer), 0, part.Tree.Count));

    public IEnumerable<Marker> All()
    {
        foreach (var (tree, chosen, _) in parts)
            for (var at = chosen.Next(0, tree.Count); at < tree.Count; at = chosen.Next(at + 1, tree.Count))
                yield return tree[at];
    }

    public IReadOnlyList<Marker> Newest(int skip, int take) =>
        [.. parts.SelectMany(part => part.Tree.NewestFirst.Where(at => part.Chosen[at]).Take(skip + take), (part, at) => part.Tree[at])
            .OrderByDescending(m => m.At).ThenBy(m => m.Id).Skip(skip).Take(take)];

    public IReadOnlyList<Marker> NearestTo(GeoPoint point, int skip, int take) =>
        [.. All().Select(marker => (Marker: marker, Way: marker.Place.Point.KilometresTo(point)))
            .OrderBy(m => m.Way).ThenBy(m => m.Marker.Id).Select(m => m.Marker).Skip(skip).Take(take)];
}
