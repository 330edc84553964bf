namespace HealthDoers.Search;

/// <summary>An index that answers questions.</summary>
public interface ISearchEngine
{
    ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancel = default);
}
