using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access;

/// <summary>
/// What a token may do: read to look, write to change. The account itself is out of reach, so that a leaked token
/// cannot make another or change the password.
/// </summary>
static class BearerScopes
{
    public static WebApplication UseBearerScopes(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.User.Identity?.AuthenticationType != BearerToken.Name)
            {
                if (!Caller.IsBearer(http.Request) || http.User.Identity?.IsAuthenticated == true)
                    return next(http);
                // Also where a visitor may look: a program must learn that its token has ended.
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Caller.AnswerAsync(http, StatusCodes.Status401Unauthorized, "This token is not valid, or not any longer.");
            }
            if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Account", StringComparison.Ordinal) == true)
                return Caller.AnswerAsync(http, StatusCodes.Status403Forbidden, "A token cannot change the account. Sign in with a browser.");
            var needed = Needed(http.Request);
            return http.User.HasClaim(MemberIdentity.Scope, needed.ToString())
                ? next(http)
                : Caller.AnswerAsync(http, StatusCodes.Status403Forbidden, $"This token does not have the scope \"{needed.ToString().ToLowerInvariant()}\".");
        });
        return app;
    }

    // Connecting to the live hub is a POST by its protocol and yet only listens.
    static TokenScopes Needed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.StartsWithSegments("/live")
            ? TokenScopes.Read
            : TokenScopes.Write;

    /// <summary>True when the caller is signed in by a token that may not write; for the verbs of the live hub.</summary>
    public static bool MayOnlyRead(this ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == BearerToken.Name && !user.HasClaim(MemberIdentity.Scope, nameof(TokenScopes.Write));
}
