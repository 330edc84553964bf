using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Search;
using HealthDoers.Web.Pages.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>What a list of ideas is narrowed to, all of which must hold, and its order.</summary>
sealed record IdeaFilter
{
    public string? Topic { get; init; }
    public SourceKind? Source { get; init; }
    public EvidenceStanding? Evidence { get; init; }
    public string? Place { get; init; }
    public Skill? Skill { get; init; }
    public bool MostAdaptedFirst { get; init; }

    /// <summary>Nothing is chosen; the order does not count.</summary>
    public bool IsEmpty => this with { MostAdaptedFirst = false } == new IdeaFilter();

    /// <summary>Null when it asks for something that there is not.</summary>
    public static IdeaFilter? From(IQueryCollection query)
    {
        var filter = new IdeaFilter { Topic = Value("topic"), Place = Value("place") };
        if (Value(FacetNames.Source) is { } source)
        {
            if (IdeaLabel.SourceOf(source) is not { } kind)
                return null;
            filter = filter with { Source = kind };
        }
        if (Value(FacetNames.Evidence) is { } evidence)
        {
            if (Standings.Of(evidence) is not { } standing)
                return null;
            filter = filter with { Evidence = standing };
        }
        if (Value(FacetNames.Skill) is { } slug)
        {
            if (Skill.All.FirstOrDefault(s => s.Slug == slug || s.Code == slug) is not { } skill)
                return null;
            filter = filter with { Skill = skill };
        }
        return Value("sort") switch
        {
            null or "newest" => filter,
            "mostAdapted" => filter with { MostAdaptedFirst = true },
            _ => null,
        };

        string? Value(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
    }

    public IQueryable<Idea> Of(IQueryable<Idea> ideas)
    {
        if (Topic is not null)
            ideas = ideas.Labelled(IdeaLabelKind.Topic, Topic);
        if (Source is { } source)
            ideas = ideas.Labelled(IdeaLabelKind.Source, IdeaLabel.SlugOf(source));
        if (Skill is not null)
            ideas = ideas.Labelled(IdeaLabelKind.Skill, Skill.Code);
        if (Evidence is { } evidence)
            ideas = ideas.Where(i => i.Standing == evidence);
        if (Place is { } place)
            ideas = ideas.Where(i => i.PlaceSlug == place);
        return ideas;
    }

    public IQueryable<Idea> Ordered(IQueryable<Idea> ideas) => MostAdaptedFirst ? ideas.MostAdapted() : ideas.Newest();

    /// <summary>The address of the list narrowed to this, or of its part that starts after an idea.</summary>
    public string Url(string? before = null) => QueryHelpers.AddQueryString("/ideas", Asked(before));

    IEnumerable<KeyValuePair<string, string?>> Asked(string? before)
    {
        if (Topic is not null)
            yield return new(FacetNames.Topic, Topic);
        if (Source is { } source)
            yield return new(FacetNames.Source, IdeaLabel.SlugOf(source));
        if (Evidence is { } evidence)
            yield return new(FacetNames.Evidence, Standings.WordOf(evidence));
        if (Place is not null)
            yield return new(FacetNames.Place, Place);
        if (Skill is not null)
            yield return new(FacetNames.Skill, Skill.Slug);
        if (MostAdaptedFirst)
            yield return new("sort", "mostAdapted");
        if (before is not null)
            yield return new("before", before);
    }
}
