using System.Threading.RateLimiting;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>How fast one member may post: what a person types, and a phone's queue after a tunnel, never meets it.</summary>
public sealed class PostPace(IConfiguration settings) : IDisposable
{
    readonly PartitionedRateLimiter<Guid>? _limiter = settings.GetValue("RateLimits:Enabled", true)
        ? PartitionedRateLimiter.Create<Guid, Guid>(member => RateLimitPartition.GetTokenBucketLimiter(member, _ => new()
        {
            TokenLimit = 40,
            TokensPerPeriod = 5,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }))
        : null;

    /// <summary>Null when they may post now; else how long to wait.</summary>
    public TimeSpan? WaitFor(Guid memberId)
    {
        if (_limiter is null)
            return null;
        using var lease = _limiter.AttemptAcquire(memberId);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
    }

    public static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);

    public void Dispose() => _limiter?.Dispose();
}
