using HealthDoers.Search;

namespace HealthDoers.Web.Pages.Search;

/// <summary>What programs get.</summary>
/// <param name="Total">Exact up to 10,000.</param>
/// <param name="DidYouMean">The question with its slips repaired; null when there were none.</param>
/// <param name="IsRebuilding">The index is being filled, so things may be missing.</param>
/// <param name="IsFallback">The search cluster is away; this node's own index answered.</param>
sealed record SearchAnswer(
    int Total,
    bool TotalIsLowerBound,
    double TookMs,
    string? DidYouMean,
    bool IsRebuilding,
    bool IsFallback,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    IReadOnlyList<SearchAnswer.Item> Items)
{
    public static SearchAnswer Of(SearchPage page, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> facets) => new(
        page.Total, page.TotalIsLowerBound, Math.Round(page.Took.TotalMilliseconds, 1), page.DidYouMean, page.IsRebuilding, page.IsFallback, facets,
        [.. page.Items.Select(hit => new Item(hit.Kind, hit.Id, hit.ExternalId, hit.Title, hit.Url, hit.Summary, hit.Language, hit.Place, hit.Evidence, hit.Highlights, hit.Score))]);

    /// <param name="Highlights">HTML of title, summary and body where words were found, with no tag but mark.</param>
    internal sealed record Item(
        string Kind, string Id, string? ExternalId, string Title, string Url, string Summary, string Language, string? Place, string? Evidence,
        IReadOnlyDictionary<string, string> Highlights, double Score);
}
