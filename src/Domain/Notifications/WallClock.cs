using HealthDoers.Domain.Gatherings;

namespace HealthDoers.Domain.Notifications;

/// <summary>What the clock on somebody's wall shows at an instant, and which instant it means by what it shows.</summary>
public sealed record WallClock(Func<DateTimeOffset, DateTime> Shows, LocalClock At)
{
    public static readonly WallClock Utc = new(at => at.UtcDateTime, local => new(DateTime.SpecifyKind(local, DateTimeKind.Utc)));
}
