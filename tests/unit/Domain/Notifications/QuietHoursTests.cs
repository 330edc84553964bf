using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Time;

namespace HealthDoers.Tests.Domain.Notifications;

public sealed class QuietHoursTests
{
    static readonly QuietHours Night = new(new(22, 0), new(7, 0));

    /// <summary>Clocks that jump at one, at two, at midnight and by half an hour, and one that never does.</summary>
    static readonly string[] Places = ["America/New_York", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kolkata"];

    [Theory]
    [InlineData("2026-01-05T21:59:00Z", "2026-01-05T21:59:00Z")]
    [InlineData("2026-01-05T22:00:00Z", "2026-01-06T07:00:00Z")]
    [InlineData("2026-01-06T06:59:59Z", "2026-01-06T07:00:00Z")]
    [InlineData("2026-01-06T07:00:00Z", "2026-01-06T07:00:00Z")]
    public void A_night_ends_in_the_morning(string at, string ends) => Assert.Equal(Instant(ends), Night.EndAfter(Instant(at), WallClock.Utc));

    [Theory]
    // In March the clock jumps from two to three, so the night is an hour shorter; in November it is an hour longer.
    [InlineData("2026-03-08T03:30:00Z", "2026-03-08T11:00:00Z")]
    [InlineData("2026-11-01T03:30:00Z", "2026-11-01T12:00:00Z")]
    public void A_night_in_which_the_clock_jumps_ends_when_the_clock_says_so(string at, string ends) =>
        Assert.Equal(Instant(ends), Night.EndAfter(Instant(at), Clocks.In("America/New_York")));

    [Fact]
    public void An_hour_that_comes_twice_is_over_when_it_was_over_once()
    {
        var quiet = new QuietHours(new(23, 0), new(1, 30));
        var secondHalfPastOne = Instant("2026-11-01T06:10:00Z"); // 1:10 for the second time

        Assert.Equal(secondHalfPastOne, quiet.EndAfter(secondHalfPastOne, Clocks.In("America/New_York")));
    }

    [Fact]
    public void Nothing_is_let_out_of_them_nothing_is_lost_and_nothing_waits_longer_than_a_day()
    {
        var hours = from minute in Gen.Choose(0, 1439) select new TimeOnly(minute / 60, minute % 60);
        var any = from place in Gen.Elements(Places)
                  from begins in hours
                  from ends in hours
                  from minute in Gen.Choose(0, 60 * 24 * 366)
                  select (place, new QuietHours(begins, ends), Instant("2026-01-01T00:00:00Z").AddMinutes(minute));

        Prop.ForAll(any.ToArbitrary(), one =>
        {
            var (place, quiet, at) = one;
            var clock = Clocks.In(place);
            var goes = quiet.EndAfter(at, clock);
            return goes >= at && goes <= at.AddHours(50) && quiet.EndAfter(goes, clock) == goes && (quiet.From != quiet.Until || goes == at);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_digest_comes_later_than_now_within_its_rhythm_and_never_twice_on_a_day()
    {
        var any = from place in Gen.Elements(Places)
                  from hour in Gen.Choose(0, 23)
                  from day in Gen.Choose(0, 6)
                  from weekly in Gen.Elements(true, false)
                  from minute in Gen.Choose(0, 60 * 24 * 366)
                  select (place, new DigestPlan(weekly ? DigestRhythm.Weekly : DigestRhythm.Daily, hour, (DayOfWeek)day), Instant("2026-01-01T00:00:00Z").AddMinutes(minute));

        Prop.ForAll(any.ToArbitrary(), one =>
        {
            var (place, plan, now) = one;
            var clock = Clocks.In(place);
            var (first, next) = (plan.Next(now, clock), plan.Next(plan.Next(now, clock), clock));
            return first > now && first <= now.AddDays(plan.Rhythm == DigestRhythm.Daily ? 1 : 7).AddHours(2)
                && clock.Shows(next).Date > clock.Shows(first).Date
                && (plan.Rhythm == DigestRhythm.Daily || clock.Shows(first).DayOfWeek == plan.Day);
        }).QuickCheckThrowOnFailure();
    }

    static DateTimeOffset Instant(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
