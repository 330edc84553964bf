namespace HealthDoers.Search.Embedded;

static class FacetCounter
{
    const int MaxValues = 50;

    public static Dictionary<string, IReadOnlyList<FacetCount>> Count(IEnumerable<Entry> matches, ValueList values)
    {
        var counts = new int[values.Count];
        foreach (var match in matches)
        {
            foreach (var number in match.Facets)
                counts[number]++;
        }
        var byFacet = FacetNames.All.ToDictionary(name => name, _ => new List<FacetCount>());
        for (var number = 0; number < counts.Length; number++)
        {
            if (counts[number] > 0)
                byFacet[values[number].Facet].Add(new(values[number].Value, values[number].Label, counts[number]));
        }
        return byFacet.ToDictionary(facet => facet.Key, facet => MostFrequent(facet.Value));
    }

    static IReadOnlyList<FacetCount> MostFrequent(List<FacetCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Label, StringComparer.OrdinalIgnoreCase).Take(MaxValues)];
}
