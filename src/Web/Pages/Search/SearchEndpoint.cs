using System.ComponentModel;
using HealthDoers.Search;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Search;

static class SearchEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder app) => app.MapGet("/api/search", AnswerAsync)
        .AllowAnonymous()
        .WithName("search")
        .WithSummary("Find stories, ideas, members, terms and what was said in rooms")
        .WithDescription("Values of one parameter are joined by commas and any of them will do; parameters together narrow. A token or session finds what members may see.")
        .Produces<SearchAnswer>()
        .ProducesValidationProblem();

    static async Task<IResult> AnswerAsync(
        ISearchEngine index,
        Askers askers,
        FacetWords words,
        HttpContext http,
        CancellationToken cancellationToken,
        [Description("Words as people say them; a quoted phrase has to stand as it is. Empty browses, newest first.")] string? q = null,
        [Description("idea, story, community, initiative, hub, member, gathering, resource, term, message.")] string? kind = null,
        [Description("Slugs of topics.")] string? topic = null,
        [Description("Words of a place, or latitude,longitude,kilometres.")] string? place = null,
        [Description("research, bestPractice, livedExperience, otherCommunity.")] string? source = null,
        [Description("idea, tested, emerging, brightSpot.")] string? evidence = null,
        [Description("Slugs of skills.")] string? skill = null,
        [Description("Groups of people.")] string? population = null,
        [Description("relevance, newest, mostAdapted.")] string? sort = null,
        [Description("From 1; page times size goes to 10,000.")] string? page = null,
        [Description("1 to 100; 20 unless given.")] string? size = null)
    {
        var asked = new SearchParameters
        {
            Q = q,
            Kind = kind,
            Topic = topic,
            Place = place,
            Source = source,
            Evidence = evidence,
            Skill = skill,
            Population = population,
            Sort = sort,
            Page = page,
            Size = size,
        };
        // What is found depends on who asks and may be gone the next second.
        http.Response.Headers.CacheControl = "no-store";
        var query = asked.Read(await askers.AudiencesAsync(cancellationToken), out var refusals) with { Language = PageFrame.Language };
        if (refusals.Count > 0)
        {
            return TypedResults.ValidationProblem(
                refusals.GroupBy(refusal => refusal.Field).ToDictionary(field => field.Key, field => field.Select(refusal => refusal.Reason).ToArray()),
                detail: "Some parameters could not be read. See errors.");
        }
        var found = await askers.OnlyOpenAsync(await index.SearchAsync(query, cancellationToken), cancellationToken);
        return TypedResults.Ok(SearchAnswer.Of(found, await words.WordAsync(found)));
    }
}
