using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// How much one member, or one address of somebody not signed in, may ask for in a minute. Many people may share an
/// address (a clinic, a library), so looking is generous, changing less, and guessing at passwords not at all.
/// </summary>
static class RequestLimits
{
    const int LooksInAMinute = 1_200;
    const int ChangesInAMinute = 120;
    const int AccountTriesInAMinute = 20;

    static readonly string[] Guessable = ["/account/login", "/account/register", "/account/forgot", "/account/reset", "/account/confirm", "/account/first", "/map/add", "/map/mine"];

    /// <summary><c>RateLimits:Enabled</c>, true unless set.</summary>
    public static void AddRequestLimits(this IServiceCollection services, IConfiguration settings)
    {
        var on = settings.GetValue("RateLimits:Enabled", true);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string Who, int Limit)>(http => on
                ? RateLimitPartition.GetSlidingWindowLimiter(PartitionOf(http), static partition => new()
                {
                    PermitLimit = partition.Limit,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                })
                : RateLimitPartition.GetNoLimiter(("", 0)));
        });
    }

    public static void UseRequestLimits(this WebApplication app) => app.UseRateLimiter();

    static (string Who, int Limit) PartitionOf(HttpContext http)
    {
        var who = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return (who, LooksInAMinute);
        return Guessable.Any(path => http.Request.Path.StartsWithSegments(path))
            ? (who, AccountTriesInAMinute)
            : (who, ChangesInAMinute);
    }
}
