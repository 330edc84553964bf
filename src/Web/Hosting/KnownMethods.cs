using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// A method or a type of content that an address does not take is refused before anybody is asked to sign in: 405 with
/// <c>Allow</c>, or 415.
/// </summary>
static class KnownMethods
{
    /// <summary>On what routing itself answers when an address is there but does not take this request.</summary>
    sealed class RefusedByRouting;

    public static void UseKnownMethods(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.MetAnError())
            http.Request.Method = HttpMethods.Get;
        else if (http.GetEndpoint() is { } endpoint)
        {
            if (endpoint is not RouteEndpoint && endpoint.Metadata.Count == 0)
                http.SetEndpoint(new Endpoint(endpoint.RequestDelegate, new(new AllowAnonymousAttribute(), new RefusedByRouting()), endpoint.DisplayName));
            else if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page && Allowed(page) is var allowed && !allowed.Contains(http.Request.Method))
            {
                http.Response.Headers.Allow = string.Join(", ", allowed);
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return Task.CompletedTask;
            }
        }
        return next(http);
    });

    /// <summary>True where only programs ask: a page takes every type and names its methods itself.</summary>
    public static bool IsRefusedByRouting(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<RefusedByRouting>() is not null;

    /// <summary>An error page answers whatever method met the error, as if it had been asked for.</summary>
    public static bool MetAnError(this HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    // Looking needs no handler; any other method does.
    static HashSet<string> Allowed(CompiledPageActionDescriptor page) =>
        [HttpMethods.Get, HttpMethods.Head, .. page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant())];
}
