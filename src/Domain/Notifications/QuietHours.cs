namespace HealthDoers.Domain.Notifications;

/// <summary>Hours of the day in which nothing rings or arrives. They may go over midnight; the same hour twice means none.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>
    /// The same moment, or the end of the quiet hours it falls into. They last from one showing of the clock to the next,
    /// so an hour that is skipped or comes twice makes them shorter or longer and never lets anything out of them.
    /// </summary>
    public DateTimeOffset EndAfter(DateTimeOffset at, WallClock clock)
    {
        if (From == Until)
            return at;
        var today = clock.Shows(at).Date;
        for (var day = today.AddDays(-1); day <= today; day = day.AddDays(1))
        {
            var begins = clock.At(day + From.ToTimeSpan());
            var ends = clock.At((Until <= From ? day.AddDays(1) : day) + Until.ToTimeSpan());
            // The next ones may begin before these end, on a day that lacks an hour.
            if (begins <= at && at < ends)
                return EndAfter(ends, clock);
        }
        return at;
    }
}
