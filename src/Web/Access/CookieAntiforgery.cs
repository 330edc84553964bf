using Microsoft.AspNetCore.Antiforgery;

namespace HealthDoers.Web.Access;

/// <summary>A browser sends its cookies by itself, so what changes something must also bring the token of our own page.</summary>
static class CookieAntiforgery
{
    /// <summary>For endpoints outside Razor Pages. Scripts send the token in the header <c>RequestVerificationToken</c>.</summary>
    public static TBuilder RequireAntiforgeryForCookies<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (call, next) =>
            await call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext)
                ? await next(call)
                : TypedResults.Problem("This page was open too long to be sent safely. Load it again and send it once more.", statusCode: StatusCodes.Status400BadRequest));
}
