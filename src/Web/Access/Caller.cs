using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access;

/// <summary>Whether a person in a browser asks for a page, or a program (a script of ours, too) for an answer.</summary>
static class Caller
{
    public static bool WantsProblem(HttpContext http)
    {
        var request = http.Request;
        // After a failure the page that tells of it stands in the place of what was asked for.
        var (asked, path) = http.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? (failed.Endpoint, new PathString(failed.Path)) : (http.GetEndpoint(), request.Path);
        return asked is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
            || http.IsRefusedByRouting()
            || IsBearer(request)
            || request.Headers.ContainsKey("HX-Request")
            || request.HasJsonContentType()
            || path.StartsWithSegments("/api")
            || path.StartsWithSegments("/live")
            || (request.Headers.Accept.ToString() is var accepted && accepted.Contains("json", StringComparison.OrdinalIgnoreCase)
                && !accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ')[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        || (request.Path.StartsWithSegments("/live") && request.Query.ContainsKey("access_token"));

    /// <summary>In JSON also to who would take nothing but HTML, where the usual writer of problems gives up.</summary>
    public static Task AnswerAsync(HttpContext http, int status, string? sentence = null) =>
        TypedResults.Problem(sentence, statusCode: status).ExecuteAsync(http);
}
