using HealthDoers.Web.Hosting;

namespace HealthDoers.Web.Pages.Map;

/// <summary>The content security policy of pages with a map: tiles may come from the host that the settings name, and from nowhere else.</summary>
static class MapPolicy
{
    public static string Of(HttpContext http, bool embedded = false)
    {
        var policy = SecurityHeaders.PagePolicy;
        if (HostOf(http.RequestServices.GetRequiredService<IConfiguration>()["Map:TileUrl"]) is { } tiles)
            policy = policy.Replace("img-src 'self' data:", $"img-src 'self' data: {tiles}", StringComparison.Ordinal);
        return embedded ? policy.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal) : policy;
    }

    /// <summary>"https://{s}.tiles.example.org/{z}/{x}/{y}.png" becomes "https://*.tiles.example.org".</summary>
    static string? HostOf(string? tileUrl)
    {
        var address = tileUrl?.Replace("{s}", "wildcard", StringComparison.Ordinal);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            return null;
        return url.GetLeftPart(UriPartial.Authority).Replace("wildcard", "*", StringComparison.Ordinal);
    }
}
