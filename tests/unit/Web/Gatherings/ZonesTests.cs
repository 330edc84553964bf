using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Time;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>Clocks that go forward and back.</summary>
public sealed class ZonesTests
{
    static Arbitrary<(string Zone, DateTime Local)> Times => (
        from zone in Gen.Elements<string>([.. Zones.Names])
        from minute in Gen.Choose(0, 60 * 24 * 366 * 5)
        select (zone, new DateTime(2024, 1, 1).AddMinutes(minute))).ToArbitrary();

    [Theory]
    [InlineData("America/Chicago", "2026-03-07T19:00", "2026-03-08T01:00Z")] // the evening before
    [InlineData("America/Chicago", "2026-03-08T19:00", "2026-03-09T00:00Z")] // the clocks went forward that night
    [InlineData("America/Chicago", "2026-10-31T19:00", "2026-11-01T00:00Z")]
    [InlineData("America/Chicago", "2026-11-01T19:00", "2026-11-02T01:00Z")] // and back
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30Z")] // skipped: as much later as the clock goes forward
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z")] // shown twice: the first is meant
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z")] // half an hour forward
    public void A_time_on_the_wall_is_one_instant(string zone, string local, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, null), Zones.ClockOf(zone)(DateTime.Parse(local, null)));

    [Fact]
    public void A_time_that_is_not_skipped_is_read_back_as_it_was_said() => Prop.ForAll(Times, time =>
        Zones.Skips(time.Zone, time.Local) || Zones.LocalOf(Zones.ClockOf(time.Zone)(time.Local), time.Zone) == time.Local).QuickCheckThrowOnFailure();

    [Fact]
    public void A_skipped_time_is_later_and_never_earlier() => Prop.ForAll(Times, time =>
        Zones.LocalOf(Zones.ClockOf(time.Zone)(time.Local), time.Zone) >= time.Local).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("America/Chicago", "UTC−6")]
    [InlineData("Asia/Kolkata", "UTC+5:30")]
    [InlineData("America/St_Johns", "UTC−3:30")]
    [InlineData("UTC", "UTC")]
    public void An_offset_is_said_as_people_write_it(string zone, string words) =>
        Assert.Equal(words, Zones.OffsetOf(zone, new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("UTC+25")]
    [InlineData("America/chicago'; drop table")]
    public void There_are_zones_that_there_are_not(string zone) => Assert.False(Zones.Knows(zone));
}
