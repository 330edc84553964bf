using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Search;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Search;

/// <summary>Puts the values of facets into the reader's language.</summary>
sealed class FacetWords(TopicList topicList, SolutionWords solutions, IStringLocalizer<SearchText> text, IStringLocalizer<SharedText> shared)
{
    public async Task<Dictionary<string, IReadOnlyList<FacetCount>>> WordAsync(SearchPage page)
    {
        var topics = await topicList.GetAsync();
        return page.Facets.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet.Value.Select(count => count with { Label = Label(facet.Key, count.Value, topics) ?? count.Label })]);
    }

    /// <summary>The word for one value; none when we know no better than the value itself.</summary>
    public string? Label(string facet, string value, TopicList.Topics topics) => facet switch
    {
        FacetNames.Topic => topics.BySlug.GetValueOrDefault(value)?.In(PageFrame.Language).Name,
        FacetNames.Skill => Skill.All.FirstOrDefault(skill => skill.Slug == value) is { } skill ? solutions.Of(skill, PageFrame.Language).Name : null,
        FacetNames.Evidence => Known(shared["Standing" + Pascal(value)]),
        FacetNames.Kind => Known(text["Kind" + Pascal(value)]),
        FacetNames.Source => Known(text["Source" + Pascal(value)]),
        _ => null,
    };

    static string? Known(LocalizedString word) => word.ResourceNotFound ? null : word.Value;

    static string Pascal(string value) => value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..];
}
