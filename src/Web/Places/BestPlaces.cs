namespace HealthDoers.Web.Places;

/// <summary>The best few, each once: how well it fits first, then how many live there.</summary>
sealed class BestPlaces(Gazetteer gazetteer, int most)
{
    // A region is meant less often than the town it is named after, unless it has many more people.
    const int RegionsCountFor = 4;

    readonly List<(int Place, int Misfit, int Weight)> _best = new(most + 1);

    public bool IsEmpty => _best.Count == 0;

    public IReadOnlyList<int> Ranked => [.. _best.Select(candidate => candidate.Place)];

    public void Add(int place, int misfit)
    {
        var row = gazetteer.Places[place];
        var weight = row.Kind == PlaceKind.Region ? row.Population / RegionsCountFor : row.Population;
        if (_best.Count == most && !IsBefore(misfit, weight, _best[^1]))
            return;
        var known = _best.FindIndex(candidate => candidate.Place == place);
        if (known >= 0 && _best[known].Misfit <= misfit)
            return;
        if (known >= 0)
            _best.RemoveAt(known);
        var at = _best.Count;
        while (at > 0 && IsBefore(misfit, weight, _best[at - 1]))
            at--;
        _best.Insert(at, (place, misfit, weight));
        if (_best.Count > most)
            _best.RemoveAt(most);
    }

    static bool IsBefore(int misfit, int weight, (int Place, int Misfit, int Weight) other) =>
        misfit < other.Misfit || misfit == other.Misfit && weight > other.Weight;
}
