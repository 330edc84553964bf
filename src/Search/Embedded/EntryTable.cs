using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>All entries by number. Changed only while nobody reads.</summary>
sealed class EntryTable
{
    readonly Dictionary<string, int[]> _audiences = [];
    readonly long[] _totalLengths = new long[FieldWeights.Count];
    Entry?[] _byNumber = new Entry?[64];
    long _lastNumber;

    public ValueList Values { get; } = new();

    public int Count { get; private set; }

    public IEnumerable<Entry> All => _byNumber.OfType<Entry>();

    public long NextNumber() => ++_lastNumber;

    public Entry? Find(long number) => number > 0 && number < _byNumber.Length ? _byNumber[number] : null;

    public double AverageLength(Field field) => Count == 0 ? 1 : (double)_totalLengths[(int)field] / Count;

    public void Set(Entry entry)
    {
        Remove(entry.Number);
        if (entry.Number >= _byNumber.Length)
            Array.Resize(ref _byNumber, (int)Math.Max(entry.Number + 1, _byNumber.Length * 2L));
        _byNumber[entry.Number] = entry;
        _lastNumber = Math.Max(_lastNumber, entry.Number);
        Weigh(entry, 1);
    }

    public void Remove(long number)
    {
        if (Find(number) is not { } entry)
            return;
        _byNumber[number] = null;
        Weigh(entry, -1);
    }

    public void Apply(EntryChange change)
    {
        if (change.Document is null)
            Remove(change.Number);
        else
            Set(EntryFor(change.Document, change.Number, change.Lengths));
    }

    /// <summary>Adds it to the sums, or takes it out again.</summary>
    void Weigh(Entry entry, int sign)
    {
        Count += sign;
        for (var field = 0; field < FieldWeights.Count; field++)
            _totalLengths[field] += sign * entry.Lengths[(Field)field];
    }

    public Entry EntryFor(SearchDocument document, long number, FieldLengths lengths) => new()
    {
        Number = number,
        Facets = [.. FacetsOf(document).Distinct()],
        Audience = AudienceOf(document),
        Evidence = document.Evidence is { } evidence ? string.Intern(evidence) : null,
        PublishedAt = document.PublishedAt,
        AdaptedCount = document.AdaptedCount,
        Point = document.Point,
        Lengths = lengths,
    };

    // Nearly all documents have the same few.
    int[] AudienceOf(SearchDocument document)
    {
        var words = string.Join('\n', document.Audience);
        if (!_audiences.TryGetValue(words, out var audience))
            _audiences[words] = audience = [.. document.Audience.Select(word => Values.Add(EntryFilter.AudienceFacet, word)).Distinct()];
        return audience;
    }

    IEnumerable<int> FacetsOf(SearchDocument document)
    {
        yield return Values.Add(FacetNames.Kind, document.Kind);
        foreach (var topic in document.Topics)
            yield return Values.Add(FacetNames.Topic, topic.Slug, topic.Name);
        if (!string.IsNullOrWhiteSpace(document.Place))
            yield return Values.Add(FacetNames.Place, document.Place);
        foreach (var source in document.Sources)
            yield return Values.Add(FacetNames.Source, source);
        if (!string.IsNullOrWhiteSpace(document.Evidence))
            yield return Values.Add(FacetNames.Evidence, document.Evidence);
        foreach (var skill in document.Skills)
            yield return Values.Add(FacetNames.Skill, skill);
        foreach (var group in document.Population)
            yield return Values.Add(FacetNames.Population, group);
    }
}
