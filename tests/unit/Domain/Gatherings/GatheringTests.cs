using HealthDoers.Domain;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain.Gatherings;

public sealed class GatheringTests
{
    static readonly DateTimeOffset Now = People.Monday;

    [Fact]
    public void A_series_is_planned_for_a_year_and_no_time_twice()
    {
        var gathering = Weekly();
        Assert.Equal(53, gathering.Occurrences.Count);
        Assert.DoesNotContain(gathering.PlanAhead(Utc, Now.AddDays(6)), o => gathering.Occurrences.Count(other => other.On == o.On) > 1);
        Assert.Equal(54, gathering.Occurrences.Count);
    }

    [Fact]
    public void The_last_place_goes_to_who_came_first_and_the_next_one_waits()
    {
        var time = Full(places: 1, out var first, out var second);
        Assert.True(time.Rsvps.Single(r => r.MemberId == first).HasPlace);
        Assert.True(time.Rsvps.Single(r => r.MemberId == second).Waits);
    }

    [Fact]
    public void A_freed_place_goes_to_who_waits_longest_and_they_are_told()
    {
        var time = Full(places: 1, out var first, out var second);
        var third = Guid.CreateVersion7();
        time.Answer(third, Coming.Yes, "", Reminders.None, 1, Now.AddMinutes(3));
        time.Answer(first, Coming.No, "", Reminders.None, 1, Now.AddMinutes(4));

        var freed = Assert.Single(time.Raised.OfType<PlaceFreed>());
        Assert.Equal(time.Rsvps.Single(r => r.MemberId == second).Id, freed.RsvpId);
        Assert.Equal([third], time.Line.Select(r => r.MemberId));
    }

    [Fact]
    public void Saying_yes_again_keeps_the_place_in_the_line_and_changing_ones_mind_loses_it()
    {
        var time = Full(places: 1, out _, out var second);
        var third = Guid.CreateVersion7();
        time.Answer(third, Coming.Yes, "", Reminders.None, 1, Now.AddMinutes(3));
        time.Answer(second, Coming.Yes, "a ramp", Reminders.None, 1, Now.AddMinutes(4));
        Assert.Equal([second, third], time.Line.Select(r => r.MemberId));
        time.Answer(second, Coming.Maybe, "", Reminders.None, 1, Now.AddMinutes(5));
        time.Answer(second, Coming.Yes, "", Reminders.None, 1, Now.AddMinutes(6));
        Assert.Equal([third, second], time.Line.Select(r => r.MemberId));
    }

    [Fact]
    public void What_is_over_or_cancelled_takes_no_answers()
    {
        var gathering = Weekly();
        var time = gathering.Occurrences[0];
        Assert.Throws<RuleBrokenException>(() => time.Answer(Guid.NewGuid(), Coming.Yes, "", Reminders.None, null, time.EndsAt));
        gathering.CancelOnce(time, People.Editor(), "Snow.", Now);
        Assert.Throws<RuleBrokenException>(() => time.Answer(Guid.NewGuid(), Coming.Yes, "", Reminders.None, null, Now));
    }

    [Fact]
    public void Another_hour_keeps_every_day_and_every_answer()
    {
        var gathering = Weekly();
        var comes = Guid.CreateVersion7();
        gathering.Occurrences[1].Answer(comes, Coming.Yes, "", Reminders.None, null, Now);
        Edit(gathering, gathering.Schedule with { Start = gathering.Schedule.Start.AddHours(1) });

        Assert.Equal(53, gathering.Occurrences.Count);
        Assert.All(gathering.Occurrences, o => Assert.Equal(20, o.Start.Hour));
        Assert.True(gathering.Occurrences[1].Rsvps.Single().HasPlace);
    }

    [Fact]
    public void Another_day_of_the_week_takes_the_answers_along()
    {
        var gathering = Weekly();
        gathering.Occurrences[1].Answer(Guid.CreateVersion7(), Coming.Yes, "", Reminders.None, null, Now);
        Edit(gathering, gathering.Schedule with { Start = gathering.Schedule.Start.AddDays(1) });

        Assert.Equal(new DateOnly(2026, 1, 14), gathering.Occurrences.Single(o => o.Rsvps.Count > 0).On);
        Assert.DoesNotContain(gathering.Occurrences, o => o.Cancellation is null && o.On.DayOfWeek != DayOfWeek.Wednesday);
    }

    [Fact]
    public void Days_that_fall_out_of_the_schedule_are_cancelled_and_come_back_with_it()
    {
        var gathering = Weekly();
        var weekly = gathering.Schedule;
        Edit(gathering, weekly with { Repeats = new() { Every = 2 } });
        var dropped = gathering.Occurrences.Where(o => o.Cancellation is not null).ToList();
        Assert.Equal(26, dropped.Count);
        Assert.DoesNotContain(dropped, o => o.Raised.Any(e => e is OccurrenceCancelled));
        Assert.Single(gathering.Raised.OfType<GatheringEdited>());
        Edit(gathering, weekly);
        Assert.DoesNotContain(gathering.Occurrences, o => o.Cancellation is not null);
    }

    [Fact]
    public void A_time_that_was_moved_by_hand_stays_where_it_was_put()
    {
        var gathering = Weekly();
        var moved = gathering.Occurrences[2];
        gathering.MoveOnce(moved, new(2026, 1, 22, 9, 0, 0), People.Editor(), Utc, Now);
        Edit(gathering, gathering.Schedule with { Start = gathering.Schedule.Start.AddHours(1) });
        Assert.Equal(new DateTime(2026, 1, 22, 9, 0, 0), moved.Start);
    }

    [Fact]
    public void Moving_a_time_reminds_anew()
    {
        var time = Weekly().Occurrences[0];
        time.Remind(soon: false, Now);
        Assert.NotNull(time.DayTold);
        var gathering = Weekly();
        time = gathering.Occurrences[0];
        time.Remind(soon: true, Now);
        gathering.MoveOnce(time, new(2026, 1, 9, 9, 0, 0), People.Editor(), Utc, Now);
        Assert.Null(time.DayTold);
        Assert.Null(time.HourTold);
    }

    [Fact]
    public void An_edit_says_which_parts_changed_and_a_stale_one_is_refused()
    {
        var gathering = Weekly();
        var plan = new GatheringPlan(gathering.Content with { Title = "Another", Cost = "A dish" }, gathering.Schedule, null, "https://example.org/meet");
        gathering.Edit(plan, People.Editor(), 1, Utc, Now);
        Assert.Equal([GatheringPart.Title, GatheringPart.Link, GatheringPart.Cost], Assert.Single(gathering.Changes).Parts);
        Assert.Throws<StaleEditException>(() => gathering.Edit(plan, People.Editor(), 1, Utc, Now));
    }

    [Fact]
    public void Only_hosts_and_editors_change_it_and_the_last_host_cannot_step_down()
    {
        var ana = People.Ana();
        var gathering = new Gathering(new() { Title = "Soup" }, Once, "soup", ana, Now);
        Assert.Throws<RuleBrokenException>(() => gathering.CancelBy(People.Joe(), "No.", Now));
        Assert.Throws<RuleBrokenException>(() => gathering.StepDown(ana));
        gathering.Welcome(People.Joe(), ana, Now);
        gathering.StepDown(ana);
        Assert.False(gathering.IsHostedBy(ana));
    }

    [Fact]
    public void A_gathering_that_loses_its_only_host_is_cancelled()
    {
        var ana = People.Ana();
        var gathering = new Gathering(new() { Title = "Soup" }, Once, "soup", ana, Now);
        gathering.PlanAhead(Utc, Now);
        gathering.Forget(ana.Id, Now);
        Assert.NotNull(gathering.Cancellation);
        Assert.Contains(gathering.Raised, e => e is GatheringCancelled);
    }

    [Fact]
    public void More_places_let_the_line_in()
    {
        var gathering = Weekly(places: 1);
        var time = gathering.Occurrences[0];
        foreach (var minute in Enumerable.Range(0, 3))
            time.Answer(Guid.CreateVersion7(), Coming.Yes, "", Reminders.None, 1, Now.AddMinutes(minute));
        gathering.Edit(new(gathering.Content with { Places = 2 }, gathering.Schedule, null, ""), People.Editor(), 1, Utc, Now);
        Assert.Equal(2, time.Taken);
        Assert.Single(time.Line);
    }

    static readonly Schedule Once = new(new(2026, 1, 6, 19, 0, 0), "Europe/Berlin", 90);

    static DateTimeOffset Utc(DateTime local) => new(local, TimeSpan.Zero);

    static Gathering Weekly(int? places = null)
    {
        var gathering = new Gathering(new() { Title = "Soup", Places = places }, Once with { Repeats = new() }, "soup", People.Ana(), Now);
        gathering.PlanAhead(Utc, Now);
        return gathering;
    }

    static void Edit(Gathering gathering, Schedule schedule) =>
        gathering.Edit(new(gathering.Content, schedule, null, ""), People.Editor(), gathering.Version, Utc, Now);

    static Occurrence Full(int places, out Guid first, out Guid second)
    {
        var time = Weekly(places).Occurrences[0];
        (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        time.Answer(first, Coming.Yes, "", Reminders.None, places, Now.AddMinutes(1));
        time.Answer(second, Coming.Yes, "", Reminders.None, places, Now.AddMinutes(2));
        return time;
    }
}
