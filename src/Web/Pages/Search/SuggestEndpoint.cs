using System.ComponentModel;
using HealthDoers.Search;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Search;

/// <summary>What the field offers while somebody types: the best few things by their titles.</summary>
static class SuggestEndpoint
{
    const int Most = 6;
    const int LongestQuestion = 200;

    public static void MapSuggest(this IEndpointRouteBuilder app) => app.MapGet("/search/suggest", AnswerAsync)
        .AllowAnonymous()
        .WithName("suggest")
        .WithSummary("A few things that somebody may be typing")
        .Produces<Suggestions>();

    static async Task<IResult> AnswerAsync(ISearchEngine index, HttpContext http, CancellationToken cancellationToken, [Description("What is typed so far.")] string? q = null)
    {
        // The same letters are typed again and again; what is found by members is theirs alone.
        http.Response.Headers.CacheControl = "private, max-age=60";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuestion)
            return TypedResults.Ok(new Suggestions(null, []));
        var page = await index.SearchAsync(new SearchQuery { Text = q, Size = Most, Language = PageFrame.Language, Audiences = http.User.Audiences() }, cancellationToken);
        return TypedResults.Ok(new Suggestions(page.DidYouMean, [.. page.Items.Select(hit => new Suggestion(hit.Title, hit.Url, hit.Kind, hit.Language))]));
    }

    sealed record Suggestions(string? DidYouMean, IReadOnlyList<Suggestion> Items);

    sealed record Suggestion(string Title, string Url, string Kind, string Language);
}
