using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// A page that is the same for everyone who is not signed in: kept for a minute, as the compressed bytes, one for each
/// language, theme and encoding. It must carry no token and set no cookie.
/// </summary>
/// <param name="area">One of <see cref="PageArea"/>; may name a route value, as in <c>story/{slug}</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
sealed class KeptForVisitorsAttribute(string area) : Attribute, IOutputCachePolicy
{
    const string SlugHole = "{slug}";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cache = http.RequestServices.GetRequiredService<PageCache>();
        var asks = http.Request.Headers;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Cookie, Accept-Language";
        if (!cache.IsOn || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || IsPersonal(asks))
            return ValueTask.CompletedTask;

        var here = AreaOf(http);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = PageCache.Lifetime;
        foreach (var tag in PageCache.TagsOf(here))
            context.Tags.Add(tag);
        var vary = context.CacheVaryByRules;
        vary.QueryKeys = "*";
        vary.VaryByValues["stamp"] = cache.StampOf(here);
        vary.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        vary.VaryByValues["encoding"] = Settle(asks);
        if (!StringValues.IsNullOrEmpty(asks.Cookie) && http.Request.Cookies["theme"] is "light" or "dark")
            vary.VaryByValues["theme"] = http.Request.Cookies["theme"]!;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var answer = context.HttpContext.Response;
        if (answer.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(answer.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    string AreaOf(HttpContext http) => area.EndsWith(SlugHole, StringComparison.Ordinal)
        ? area.Replace(SlugHole, http.Request.RouteValues["slug"] as string, StringComparison.Ordinal)
        : area;

    // Signed in, or with a notice from the last form that one person is to see once.
    static bool IsPersonal(IHeaderDictionary asks) => !StringValues.IsNullOrEmpty(asks.Authorization)
        || asks.Cookie.Any(c => c is not null && (c.Contains(".AspNetCore.Identity", StringComparison.Ordinal) || c.Contains("TempData", StringComparison.Ordinal)));

    // The header is reduced to the one encoding that the answer will have, so key and bytes cannot differ.
    static string Settle(IHeaderDictionary asks)
    {
        var asked = asks.AcceptEncoding;
        if (StringValues.IsNullOrEmpty(asked))
            return "";
        string chosen;
        if (asked.ToString() is var text && !text.Contains(';', StringComparison.Ordinal))
            chosen = text.Contains("br", StringComparison.Ordinal) ? "br" : text.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        else
            chosen = StringWithQualityHeaderValue.TryParseList(asked, out var list)
                && list.Where(e => e.Quality is null or > 0 && e.Value.Value is "br" or "gzip").MaxBy(e => (e.Quality ?? 1, e.Value.Value == "br")) is { } best
                ? best.Value.Value! : "";
        asks.AcceptEncoding = chosen;
        return chosen;
    }
}
