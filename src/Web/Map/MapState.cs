namespace HealthDoers.Web.Map;

/// <summary>
/// The whole map at one moment. A change makes the next one and leaves this as it is, so nobody who is being answered
/// waits. What changed lately lies in a small tree of its own, until there is enough of it to settle.
/// </summary>
sealed class MapState
{
    /// <summary>A small tree is built in a few milliseconds; a whole one of 100,000 takes a hundred times as long.</summary>
    const int MostUnsettled = 2_000;

    public static readonly MapState Empty = Settle([]);

    readonly MarkerTree _settled, _recent;
    readonly Dictionary<Guid, int> _placeOf;

    // Of the settled ones, those that still are as they were.
    readonly Bits _standing;

    readonly Lazy<(IReadOnlyList<string>, IReadOnlyList<string>)> _belongings;

    MapState(MarkerTree settled, Dictionary<Guid, int> placeOf, Bits standing, MarkerTree recent)
    {
        (_settled, _placeOf, _standing, _recent) = (settled, placeOf, standing, recent);
        _belongings = new(() => (Distinct(m => m.Hubs), Distinct(m => m.Programmes)));
    }

    public int Count => _standing.Count() + _recent.Count;

    public static MapState Settle(IReadOnlyCollection<Marker> markers)
    {
        var tree = MarkerTree.Of(markers);
        return new(tree, Enumerable.Range(0, tree.Count).ToDictionary(at => tree[at].Id), Bits.All(tree.Count), MarkerTree.Of([]));
    }

    /// <param name="changed">What came or is another one now.</param>
    /// <param name="gone">What left the map.</param>
    public MapState With(IReadOnlyCollection<Marker> changed, IReadOnlyCollection<Guid> gone)
    {
        var touched = changed.Select(m => m.Id).Concat(gone).ToHashSet();
        var standing = _standing.Copy();
        foreach (var id in touched)
            if (_placeOf.TryGetValue(id, out var at))
                standing[at] = false;
        var recent = Enumerable.Range(0, _recent.Count).Select(at => _recent[at]).Where(m => !touched.Contains(m.Id)).Concat(changed).ToList();
        if (recent.Count <= MostUnsettled)
            return new(_settled, _placeOf, standing, MarkerTree.Of(recent));
        return Settle([.. Enumerable.Range(0, _settled.Count).Where(at => standing[at]).Select(at => _settled[at]), .. recent]);
    }

    /// <summary>The hubs and programmes that anything on the map belongs to.</summary>
    public (IReadOnlyList<string> Hubs, IReadOnlyList<string> Programmes) Belongings() => _belongings.Value;

    public MapAnswer Ask(MapQuestion question) => new(
    [
        new(_settled, question.Of(_settled).And(_standing), _settled.SummedFor(question.Member)),
        new(_recent, question.Of(_recent), _recent.SummedFor(question.Member)),
    ]);

    IReadOnlyList<string> Distinct(Func<Marker, IReadOnlyList<string>> of) =>
        [.. Ask(new() { Member = true }).All().SelectMany(of).Distinct().Order(StringComparer.Ordinal)];
}
