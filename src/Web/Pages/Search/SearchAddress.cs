using System.Security.Claims;
using HealthDoers.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Search;

/// <summary>A search as its address says it: <c>(asked with { Page = null }).Url()</c>.</summary>
static class SearchAddress
{
    const string Page = "/search";

    /// <summary>A field given more than once, as ticked boxes send it, is one list.</summary>
    public static SearchParameters Read(IQueryCollection query) => new()
    {
        Q = query["q"],
        Kind = query["kind"],
        Topic = query["topic"],
        Place = query["place"],
        Source = query["source"],
        Evidence = query["evidence"],
        Skill = query["skill"],
        Population = query["population"],
        Sort = query["sort"],
        Page = query["page"],
        Size = query["size"],
    };

    /// <summary>What stands behind the question mark of an address of the search page.</summary>
    public static SearchParameters Parse(string query) => Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    public static string Url(this SearchParameters asked) => QueryHelpers.AddQueryString(Page, asked.Fields().Where(field => !string.IsNullOrEmpty(field.Value)));

    public static SearchParameters Without(this SearchParameters asked, string facet, string value) =>
        asked.With(facet, string.Join(',', asked.Values(facet).Where(chosen => chosen != value)));

    public static string[] Values(this SearchParameters asked, string facet)
    {
        var text = asked.Fields().First(field => field.Key == facet).Value ?? "";
        // A place is one value, whatever commas it has.
        return facet == FacetNames.Place
            ? text.Length > 0 ? [text] : []
            : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
    }

    public static SearchParameters With(this SearchParameters asked, string facet, string value) => facet switch
    {
        FacetNames.Kind => asked with { Kind = value, Page = null },
        FacetNames.Topic => asked with { Topic = value, Page = null },
        FacetNames.Place => asked with { Place = value, Page = null },
        FacetNames.Source => asked with { Source = value, Page = null },
        FacetNames.Evidence => asked with { Evidence = value, Page = null },
        FacetNames.Skill => asked with { Skill = value, Page = null },
        FacetNames.Population => asked with { Population = value, Page = null },
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, null),
    };

    /// <summary>Nothing but its words, kind and order.</summary>
    public static SearchParameters Bare(this SearchParameters asked) => new() { Q = asked.Q, Kind = asked.Kind, Sort = asked.Sort };

    /// <summary>What anybody who is signed in may find.</summary>
    public static readonly string[] MembersAudiences = [Audience.Everyone, Audience.Members];

    /// <summary>What this person or program may find.</summary>
    public static string[] Audiences(this ClaimsPrincipal who) => who.Identity?.IsAuthenticated == true ? MembersAudiences : [Audience.Everyone];

    static IEnumerable<KeyValuePair<string, string?>> Fields(this SearchParameters asked) =>
    [
        new("q", asked.Q),
        new(FacetNames.Kind, asked.Kind),
        new(FacetNames.Topic, asked.Topic),
        new(FacetNames.Place, asked.Place),
        new(FacetNames.Source, asked.Source),
        new(FacetNames.Evidence, asked.Evidence),
        new(FacetNames.Skill, asked.Skill),
        new(FacetNames.Population, asked.Population),
        new("sort", asked.Sort),
        new("page", asked.Page),
    ];
}
