using System.Security.Claims;
using HealthDoers.Web.Access.Carrying;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HealthDoers.Web.Access;

/// <summary>A session is a cookie that names its member and the security stamp it began with; a new stamp ends it.</summary>
sealed class SessionCookie(AccessMemory memory) : CookieAuthenticationEvents
{
    public const string Scheme = "session";

    public static ClaimsPrincipal For(Account account) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(MemberIdentity.Stamp, account.SecurityStamp!)], Scheme));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } given
            && Guid.TryParse(given.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await memory.OfMemberAsync(id, context.HttpContext.RequestAborted) is { IsSuspended: false } member
            && member.Stamp == given.FindFirstValue(MemberIdentity.Stamp))
        {
            context.ReplacePrincipal(MemberIdentity.Of(member, Scheme, new Claim(MemberIdentity.Stamp, member.Stamp)));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Caller.WantsProblem(context.HttpContext))
        {
            await Caller.AnswerAsync(context.HttpContext, StatusCodes.Status401Unauthorized);
            return;
        }
        if (HttpMethods.IsPost(context.Request.Method))
            await context.HttpContext.RequestServices.GetRequiredService<FormCarrier>().KeepAsync(context.HttpContext);
        await base.RedirectToLogin(context);
    }

    // A page you may not see and a page that is not there look the same.
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Caller.WantsProblem(context.HttpContext))
            return Caller.AnswerAsync(context.HttpContext, StatusCodes.Status403Forbidden);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
