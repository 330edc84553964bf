namespace HealthDoers.Web.Data.Events;

/// <summary>How far a once-per-deployment consumer has come, and which node holds the lease on it.</summary>
public sealed class ConsumerCursor
{
    public required string Consumer { get; init; }
    public long Passed { get; set; }
    public string? LeasedBy { get; set; }
    public DateTimeOffset LeasedUntil { get; set; }
}
