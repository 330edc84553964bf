using System.Security.Claims;

namespace HealthDoers.Web.Look;

/// <summary>The signed-in member as the masthead shows them.</summary>
public sealed record Viewer(string Name, string Handle, string? Picture = null, int Unread = 0, bool IsEditor = false)
{
    internal static ValueTask<Viewer?> FromClaims(HttpContext http) => ValueTask.FromResult(
        http.User.Identity is { IsAuthenticated: true, Name: { } name } ? new Viewer(name, http.User.FindFirstValue("handle") ?? name) : null);
}

/// <summary>Where the layout learns who is looking; given once in <see cref="LookSetup.AddLook"/>.</summary>
public sealed record ViewerSource(Func<HttpContext, ValueTask<Viewer?>> Find);
