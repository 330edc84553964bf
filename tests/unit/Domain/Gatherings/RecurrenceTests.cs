using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Gatherings;

namespace HealthDoers.Tests.Domain.Gatherings;

public sealed class RecurrenceTests
{
    static readonly DateOnly Tuesday = new(2026, 3, 3);

    static Arbitrary<(DateOnly First, Recurrence Repeats)> Rules => (
        from day in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2090, 1, 1).DayNumber)
        from rhythm in Gen.Elements(Rhythm.Weekly, Rhythm.Monthly)
        from every in Gen.Choose(1, 4)
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        select (DateOnly.FromDayNumber(day), new Recurrence { Rhythm = rhythm, Every = every, Days = [.. days] })).ToArbitrary();

    [Fact]
    public void Every_other_week_leaves_one_out() =>
        Assert.Equal([Tuesday, new(2026, 3, 17), new(2026, 3, 31)], new Recurrence { Every = 2 }.From(Tuesday).Take(3));

    [Fact]
    public void A_week_of_several_days_begins_on_Monday() =>
        Assert.Equal([Tuesday, new(2026, 3, 5), new(2026, 3, 16), new(2026, 3, 17)],
            new Recurrence { Every = 2, Days = [DayOfWeek.Thursday, DayOfWeek.Monday] }.From(Tuesday).Take(4));

    [Fact]
    public void The_first_Tuesday_of_each_month() =>
        Assert.Equal([Tuesday, new(2026, 4, 7), new(2026, 5, 5)], new Recurrence { Rhythm = Rhythm.Monthly }.From(Tuesday).Take(3));

    [Fact]
    public void A_fifth_Tuesday_means_the_last_of_each_month() =>
        Assert.Equal([new(2026, 3, 31), new(2026, 4, 28), new(2026, 5, 26)], new Recurrence { Rhythm = Rhythm.Monthly }.From(new(2026, 3, 31)).Take(3));

    [Fact]
    public void It_ends_after_so_many_times_or_on_a_day()
    {
        Assert.Equal(5, new Recurrence { Times = 5 }.From(Tuesday).Count());
        Assert.Equal([Tuesday, new(2026, 3, 10)], new Recurrence { Until = new(2026, 3, 16) }.From(Tuesday));
    }

    [Fact]
    public void One_without_end_ends_with_the_calendar() =>
        Assert.True(new Recurrence().From(new(9999, 12, 1)).Count() <= 5);

    [Fact]
    public void The_first_day_comes_first_and_no_day_comes_twice_or_earlier() => Prop.ForAll(Rules, rule =>
    {
        var days = rule.Repeats.From(rule.First).Take(60).ToList();
        return days[0] == rule.First && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weekly_days_are_those_named_in_weeks_that_are_whole_steps_apart() => Prop.ForAll(Rules, rule =>
    {
        if (rule.Repeats.Rhythm != Rhythm.Weekly)
            return true;
        var named = rule.Repeats.DaysWith(rule.First);
        return rule.Repeats.From(rule.First).Take(60).All(day => named.Contains(day.DayOfWeek) && (Week(day) - Week(rule.First)) % rule.Repeats.Every == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Monthly_days_are_the_same_weekday_of_their_month() => Prop.ForAll(Rules, rule =>
        rule.Repeats.Rhythm != Rhythm.Monthly || rule.Repeats.From(rule.First).Take(30).All(day => day.DayOfWeek == rule.First.DayOfWeek
            && (Recurrence.NthOf(rule.First) < 0 ? day.AddDays(7).Month != day.Month : Recurrence.NthOf(day) == Recurrence.NthOf(rule.First)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rule_says_the_same_in_the_words_of_calendars()
    {
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH;COUNT=10", new Recurrence { Every = 2, Days = [DayOfWeek.Thursday], Times = 10 }.ToRule(Tuesday, null));
        Assert.Equal("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU;UNTIL=20261231T225959Z",
            new Recurrence { Rhythm = Rhythm.Monthly, Until = new(2026, 12, 31) }.ToRule(new(2026, 3, 31), new(2026, 12, 31, 22, 59, 59, TimeSpan.Zero)));
    }

    static int Week(DateOnly day) => (day.DayNumber - ((int)day.DayOfWeek + 6) % 7) / 7;
}
