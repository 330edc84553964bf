using System.Security.Claims;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Access;

/// <summary>The claims of one request, always made from the present state: a cookie or a token only says who.</summary>
static class MemberIdentity
{
    public const string Stamp = "stamp";
    public const string Handle = "handle";
    public const string Picture = "picture";
    public const string Scope = "scope";
    public const string Token = "token";

    public static ClaimsPrincipal Of(Standing member, string scheme, params IEnumerable<Claim> besides)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, member.MemberId.ToString()),
            new(ClaimTypes.Name, member.Name),
            new(Handle, member.Handle),
            .. besides,
        ];
        if (member.Picture is { } picture)
            claims.Add(new(Picture, picture));
        if (member.Duties != Duties.None)
            claims.Add(new(ClaimTypes.Role, Roles.Editor));
        if (member.Duties.HasFlag(Duties.Administrator))
            claims.Add(new(ClaimTypes.Role, Roles.Administrator));
        return new(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>Who looks, for the masthead; from the claims alone.</summary>
    public static ValueTask<Viewer?> Viewer(HttpContext http) => ValueTask.FromResult(http.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? new Viewer(name, http.User.FindFirstValue(Handle)!, http.User.FindFirstValue(Picture) is { } hash ? $"/files/{hash}" : null,
            IsEditor: http.User.IsInRole(Roles.Editor))
        : null);
}

/// <summary>Names of the two policies: <c>[Authorize(Policy = Roles.Editor)]</c>. An administrator is an editor too.</summary>
public static class Roles
{
    public const string Editor = "editor";
    public const string Administrator = "administrator";
}
