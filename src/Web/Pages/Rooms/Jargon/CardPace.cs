using System.Threading.RateLimiting;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>
/// How many cards one member may raise. What is counted is in the memory of this node and nowhere else, so that no
/// count at rest tells who raised one.
/// </summary>
public sealed class CardPace : IDisposable
{
    public const int AtOnce = 5;

    readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(member => RateLimitPartition.GetTokenBucketLimiter(member, _ => new()
    {
        TokenLimit = AtOnce,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(2),
    }));

    /// <summary>Null when they may raise one now; else how long to wait.</summary>
    public TimeSpan? WaitFor(Guid memberId)
    {
        using var lease = _limiter.AttemptAcquire(memberId);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();
}
