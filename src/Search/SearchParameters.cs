using System.Globalization;

namespace HealthDoers.Search;

/// <summary>The search parameters as they arrive in an address: raw, and any of them missing.</summary>
public sealed record SearchParameters
{
    const int MaxValues = 50;
    const double HalfEarthKm = 20_038;

    public string? Q { get; init; }
    public string? Kind { get; init; }
    public string? Topic { get; init; }
    public string? Place { get; init; }
    public string? Source { get; init; }
    public string? Evidence { get; init; }
    public string? Skill { get; init; }
    public string? Population { get; init; }
    public string? Sort { get; init; }
    public string? Page { get; init; }
    public string? Size { get; init; }

    /// <summary>Reads them into a query. When anything is refused the query still holds every part that could be read.</summary>
    public SearchQuery Read(IReadOnlyList<string> audiences, out IReadOnlyList<SearchRefusal> refusals)
    {
        var refused = new List<SearchRefusal>();
        var query = new SearchQuery
        {
            Text = Q ?? "",
            Kinds = ReadKinds(refused),
            Topics = Values("topic", Topic, refused),
            Sources = Values("source", Source, refused),
            Evidence = Values("evidence", Evidence, refused),
            Skills = Values("skill", Skill, refused),
            Population = Values("population", Population, refused),
            Place = ReadPlace(refused),
            Sort = ReadSort(refused),
            Page = ReadPage(refused),
            Size = ReadSize(refused),
            Audiences = audiences,
        };
        if ((long)query.Page * query.Size > SearchQuery.MaxReach)
        {
            refused.Add(new("page", RefusalKind.TooDeep, "Results go to 10,000. Ask for an earlier page, or narrow the search."));
            query = query with { Page = 1 };
        }
        refusals = refused;
        return query;
    }

    List<string> ReadKinds(List<SearchRefusal> refused)
    {
        var kinds = Values("kind", Kind, refused);
        var known = kinds.Where(SearchKinds.All.Contains).ToList();
        if (known.Count < kinds.Length)
            refused.Add(new("kind", RefusalKind.UnknownKind, $"Kind is one or more of {string.Join(", ", SearchKinds.All)}."));
        return known;
    }

    static string[] Values(string field, string? text, List<SearchRefusal> refused)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var values = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (values.Length <= MaxValues)
            return values;
        refused.Add(new(field, RefusalKind.TooManyValues, $"Choose at most {MaxValues} values."));
        return values[..MaxValues];
    }

    SearchPlace? ReadPlace(List<SearchRefusal> refused)
    {
        if (string.IsNullOrWhiteSpace(Place))
            return null;
        var parts = Place.Split(',');
        if (parts.Length != 3 || !Number(parts[0], out var latitude) || !Number(parts[1], out var longitude) || !Number(parts[2], out var km))
            return new SearchPlace.Named(Place.Trim());
        if (Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && km is > 0 and <= HalfEarthKm)
            return new SearchPlace.Near(new(latitude, longitude), km);
        refused.Add(new("place", RefusalKind.BadCircle,
            "Give a place as words, or as latitude (-90 to 90), longitude (-180 to 180) and kilometres (more than 0)."));
        return null;
    }

    SearchSort ReadSort(List<SearchRefusal> refused)
    {
        switch (Sort)
        {
            case null or "" or "relevance": return SearchSort.Relevance;
            case "newest": return SearchSort.Newest;
            case "mostAdapted": return SearchSort.MostAdapted;
            default:
                refused.Add(new("sort", RefusalKind.UnknownSort, "Sort is relevance, newest or mostAdapted."));
                return SearchSort.Relevance;
        }
    }

    int ReadPage(List<SearchRefusal> refused)
    {
        var page = Whole("page", Page, 1, refused);
        if (page >= 1)
            return page;
        refused.Add(new("page", RefusalKind.PageTooSmall, "Pages count from 1."));
        return 1;
    }

    int ReadSize(List<SearchRefusal> refused)
    {
        var size = Whole("size", Size, 20, refused);
        if (size is >= 1 and <= SearchQuery.MaxSize)
            return size;
        refused.Add(new("size", RefusalKind.SizeOutOfRange, $"Size is a number from 1 to {SearchQuery.MaxSize}."));
        return 20;
    }

    static int Whole(string field, string? text, int missing, List<SearchRefusal> refused)
    {
        if (string.IsNullOrEmpty(text))
            return missing;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        refused.Add(new(field, RefusalKind.NotAWholeNumber, "Give a whole number."));
        return missing;
    }

    static bool Number(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);
}
