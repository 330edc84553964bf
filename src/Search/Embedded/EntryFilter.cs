namespace HealthDoers.Search.Embedded;

/// <summary>Who asks and what they narrowed to, asked of one entry at a time inside the index's own query.</summary>
sealed class EntryFilter
{
    public const string AudienceFacet = "audience";

    readonly bool[] _audiences;
    readonly List<bool[]> _groups = [];
    readonly SearchPlace.Near? _near;
    readonly EntryTable _entries;

    public EntryFilter(SearchQuery query, EntryTable entries)
    {
        _entries = entries;
        _audiences = Marked(entries.Values.Find(AudienceFacet, query.Audiences));
        _near = query.Place as SearchPlace.Near;
        Narrow(FacetNames.Kind, query.Kinds);
        Narrow(FacetNames.Topic, query.Topics);
        Narrow(FacetNames.Source, query.Sources);
        Narrow(FacetNames.Evidence, query.Evidence);
        Narrow(FacetNames.Skill, query.Skills);
        Narrow(FacetNames.Population, query.Population);
        if (query.Place is SearchPlace.Named named)
            _groups.Add(Marked(entries.Values.PlacesWith(named.Words)));
    }

    public bool Passes(long number) => _entries.Find(number) is { } entry && Passes(entry);

    public bool Passes(Entry entry)
    {
        if (!Any(entry.Audience, _audiences))
            return false;
        foreach (var group in _groups)
        {
            if (!Any(entry.Facets, group))
                return false;
        }
        return _near is null || (entry.Point is { } point && _near.Contains(point));
    }

    void Narrow(string facet, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            _groups.Add(Marked(_entries.Values.Find(facet, values)));
    }

    bool[] Marked(IEnumerable<int> values)
    {
        var marked = new bool[_entries.Values.Count];
        foreach (var value in values)
            marked[value] = true;
        return marked;
    }

    static bool Any(int[] has, bool[] wanted)
    {
        foreach (var number in has)
        {
            if (wanted[number])
                return true;
        }
        return false;
    }
}
