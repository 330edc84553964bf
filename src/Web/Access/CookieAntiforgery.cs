using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access;

/// <summary>
/// A browser sends its cookies by itself, so what changes something must also bring the token of our own page. A
/// bearer token is never sent by itself and needs none.
/// </summary>
static class CookieAntiforgery
{
    /// <summary>For endpoints outside Razor Pages. Scripts send the token in the header <c>RequestVerificationToken</c>.</summary>
    public static TBuilder RequireAntiforgeryForCookies<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (call, next) => await IsGoodAsync(call.HttpContext)
            ? await next(call)
            : TypedResults.Problem(Sentence, statusCode: StatusCodes.Status400BadRequest));

    const string Sentence = "This page was open too long to be sent safely. Load it again and send it once more.";

    static async ValueTask<bool> IsGoodAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        // A bearer header counts only when it signed somebody in.
        if (http.User.Identity is { IsAuthenticated: true, AuthenticationType: BearerToken.Name })
            return true;
        try
        {
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is { } why)
        {
            // The form itself could not be read: too large, or holding what no keyboard types.
            throw why as BadHttpRequestException ?? new BadHttpRequestException(why.Message,
                why.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The same for every page.</summary>
    public sealed class PageFilter : IAsyncAuthorizationFilter, IOrderedFilter
    {
        /// <summary>It reads the form, so the limits that a page sets for its form (900) come before.</summary>
        public int Order => 1000;

        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            var http = context.HttpContext;
            if (http.WhyShownAgain() is not null || http.MetAnError())
                return;
            await ReadableForm.EnsureAsync(http);
            if (http.WhyShownAgain() is not null || await IsGoodAsync(http))
                return;
            if (Caller.WantsProblem(http))
                context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            else if (http.User.Identity?.IsAuthenticated == true || context.ActionDescriptor is not PageActionDescriptor page || page.ViewEnginePath.StartsWith("/Account/", StringComparison.Ordinal))
                http.ShowAgain(WhyShownAgain.OpenTooLong);
            else
                // Whoever sends a form of a page that visitors only read was signed in when it was made.
                context.Result = new ChallengeResult();
        }
    }
}
