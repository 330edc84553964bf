using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Notifications;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>A day and an hour before, by choice, once: whatever restarts, and however many nodes look.</summary>
public sealed class ReminderTests(PostgreSqlServer server)
{
    static readonly DateTimeOffset Begins = new(2026, 1, 12, 18, 0, 0, TimeSpan.Zero);

    readonly HandClock _clock = new(DomainPeople.Monday);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Each_is_reminded_once_by_two_nodes_that_look_at_once_and_again(string provider)
    {
        await using var db = await Db.OnAsync(provider, server, _clock);
        var joe = await PlanAsync(db, Reminders.DayBefore | Reminders.HourBefore);
        var (one, other) = (Node(db), Node(db));

        foreach (var at in new[] { Begins.AddHours(-30), Begins.AddHours(-24), Begins.AddHours(-23), Begins.AddMinutes(-60), Begins.AddMinutes(-50) })
        {
            _clock.Now = at;
            await Task.WhenAll(one.RemindAsync(Stop), other.RemindAsync(Stop));
            await one.RemindAsync(Stop);
        }
        await TellAllAsync(db);
        await TellAllAsync(db); // a restart hands the events out again

        Assert.Equal([NotificationKind.GatheringTomorrow, NotificationKind.GatheringSoon], await ToldAsync(db, joe));
    }

    [Theory]
    [InlineData(Reminders.None, new NotificationKind[0])]
    [InlineData(Reminders.HourBefore, new[] { NotificationKind.GatheringSoon })]
    [InlineData(Reminders.DayBefore, new[] { NotificationKind.GatheringTomorrow })]
    public async Task Everybody_chooses(Reminders wish, NotificationKind[] told)
    {
        await using var db = await Db.SqliteAsync(_clock);
        var joe = await PlanAsync(db, wish);
        foreach (var at in new[] { Begins.AddHours(-24), Begins.AddMinutes(-60) })
        {
            _clock.Now = at;
            await Node(db).RemindAsync(Stop);
            await TellAllAsync(db);
        }
        Assert.Equal(told, await ToldAsync(db, joe));
    }

    [Fact]
    public async Task Hosts_are_reminded_unless_they_answered_otherwise()
    {
        await using var db = await Db.SqliteAsync(_clock);
        await PlanAsync(db, Reminders.None);
        Guid host;
        await using (var context = db.CreateDbContext())
            host = await context.Set<GatheringHost>().Select(h => h.MemberId).SingleAsync(Stop);
        _clock.Now = Begins.AddHours(-24);
        await Node(db).RemindAsync(Stop);
        await TellAllAsync(db);
        Assert.Equal([NotificationKind.GatheringTomorrow], await ToldAsync(db, host));

        await using (var context = db.CreateDbContext())
        {
            (await context.Occurrences.Include(o => o.Rsvps).SingleAsync(Stop)).Answer(host, Coming.Yes, "", Reminders.None, null, _clock.Now);
            await context.SaveChangesAsync(Stop);
        }
        _clock.Now = Begins.AddMinutes(-60);
        await Node(db).RemindAsync(Stop);
        await TellAllAsync(db);
        Assert.Equal([NotificationKind.GatheringTomorrow], await ToldAsync(db, host));
    }

    [Fact]
    public async Task After_a_long_silence_only_what_is_still_true_is_said()
    {
        await using var db = await Db.SqliteAsync(_clock);
        var joe = await PlanAsync(db, Reminders.DayBefore | Reminders.HourBefore);
        _clock.Now = Begins.AddHours(-2);
        await Node(db).RemindAsync(Stop);
        await TellAllAsync(db);
        Assert.Empty(await ToldAsync(db, joe));
        _clock.Now = Begins.AddMinutes(-20);
        await Node(db).RemindAsync(Stop);
        _clock.Now = Begins.AddMinutes(1);
        await TellAllAsync(db); // the consumer was away until it had begun
        Assert.Empty(await ToldAsync(db, joe));
    }

    [Fact]
    public async Task A_cancelled_gathering_reminds_nobody()
    {
        await using var db = await Db.SqliteAsync(_clock);
        var joe = await PlanAsync(db, Reminders.DayBefore);
        await using (var context = db.CreateDbContext())
        {
            (await context.Gatherings.Include(g => g.Hosts).SingleAsync(Stop)).CancelBy(DomainPeople.Editor(), "Snow.", _clock.Now);
            await context.SaveChangesAsync(Stop);
        }
        _clock.Now = Begins.AddHours(-24);
        await Node(db).RemindAsync(Stop);
        await TellAllAsync(db);
        Assert.Equal([NotificationKind.GatheringCancelled], await ToldAsync(db, joe));
    }

    [Fact]
    public async Task A_series_is_planned_further_as_time_goes_and_who_said_yes_to_all_comes_there_too()
    {
        await using var db = await Db.SqliteAsync(_clock);
        var joe = await PlanAsync(db, Reminders.None, new Recurrence());
        await using (var context = db.CreateDbContext())
        {
            var answer = new SeriesAnswer(await context.Gatherings.Select(g => g.Id).SingleAsync(Stop), joe);
            answer.Say(Coming.Yes, "", Reminders.None, _clock.Now);
            context.Add(answer);
            await context.SaveChangesAsync(Stop);
        }
        _clock.Now = DomainPeople.Monday.AddDays(30);
        await Node(db).PlanAsync(Stop);

        await using var look = db.CreateDbContext();
        Assert.Equal(56, await look.Occurrences.CountAsync(Stop));
        Assert.True(await look.Occurrences.Where(o => o.StartsAt > DomainPeople.Monday.AddDays(370)).AllAsync(o => o.Rsvps.Any(r => r.MemberId == joe && r.Coming == Coming.Yes), Stop));
    }

    GatheringClock Node(Db db) => new(db, _clock, NullLogger<GatheringClock>.Instance);

    /// <returns>Who said that they come.</returns>
    async Task<Guid> PlanAsync(Db db, Reminders wish, Recurrence? repeats = null)
    {
        var (ana, joe) = (DomainPeople.Ana(), DomainPeople.Joe());
        var gathering = new Gathering(new() { Title = "Soup" }, new(Zones.LocalOf(Begins, "America/Chicago"), "America/Chicago", 60) { Repeats = repeats }, "soup", ana, _clock.Now);
        gathering.PlanAhead(Zones.ClockOf("America/Chicago"), _clock.Now);
        gathering.Occurrences[0].Answer(joe.Id, Coming.Yes, "", wish, null, _clock.Now);
        await using var context = db.CreateDbContext();
        context.AddRange(ana, joe, gathering);
        await context.SaveChangesAsync(Stop);
        return joe.Id;
    }

    async Task TellAllAsync(Db db)
    {
        List<RaisedEvent> raised;
        await using (var context = db.CreateDbContext())
            raised = [.. (await context.Events.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop)).Select(e => e.Read()).OfType<RaisedEvent>()];
        await new Notifier(db, _clock).HandleAsync(raised, Stop);
    }

    static async Task<List<NotificationKind>> ToldAsync(Db db, Guid member)
    {
        await using var context = db.CreateDbContext();
        return await context.Notifications.Where(n => n.MemberId == member).OrderBy(n => n.EventNumber).Select(n => n.Kind).ToListAsync(Stop);
    }

    sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
