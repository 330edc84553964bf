namespace HealthDoers.Domain.Notifications;

/// <summary>When the digest comes, by the clock on its reader's wall.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Day">Of a weekly one.</param>
public sealed record DigestPlan(DigestRhythm Rhythm, int Hour, DayOfWeek Day)
{
    public static readonly DigestPlan Usual = new(DigestRhythm.Daily, 7, DayOfWeek.Monday);

    /// <summary>The first time after this moment.</summary>
    public DateTimeOffset Next(DateTimeOffset after, WallClock clock)
    {
        for (var day = clock.Shows(after).Date; ; day = day.AddDays(1))
            if ((Rhythm == DigestRhythm.Daily || day.DayOfWeek == Day) && clock.At(day.AddHours(Hour)) is var at && at > after)
                return at;
    }
}

public enum DigestRhythm
{
    Daily,
    Weekly,
}
