using System.Net;
using FsCheck.Fluent;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Pages.Gatherings.Calendars;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>What another program makes of our calendars.</summary>
public class CalendarTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_series_is_at_the_same_hour_on_both_sides_of_a_change_of_the_clocks()
    {
        var gathering = Series(new(2026, 2, 24, 19, 0, 0), "America/Chicago", new() { Times = 40 });

        var seen = Assert.Single(await CalendarProgram.ImportAsync(Write(gathering)));

        Assert.Equal(40, seen.Times.Count);
        Assert.Equal(Zulu("2026-03-04T01:00"), seen.Times[1].Starts); // Tuesday 3 March, 7 PM, UTC−6
        Assert.Equal(Zulu("2026-03-11T00:00"), seen.Times[2].Starts); // Tuesday 10 March, 7 PM, UTC−5
        Assert.Equal(Zulu("2026-10-28T00:00"), seen.Times[35].Starts); // Tuesday 27 October, UTC−5
        Assert.Equal(Zulu("2026-11-04T01:00"), seen.Times[36].Starts); // Tuesday 3 November, UTC−6
        Assert.All(seen.Times, time => Assert.Equal(TimeSpan.FromMinutes(90), time.Ends - time.Starts));
        Assert.Equal(gathering.Occurrences.Select(o => o.StartsAt), seen.Times.Select(t => t.Starts));
    }

    [Theory]
    [InlineData("Australia/Sydney")]
    [InlineData("Europe/London")]
    [InlineData("Africa/Casablanca")] // turns its clocks back for Ramadan
    [InlineData("America/Santiago")]
    [InlineData("Asia/Kolkata")]
    [InlineData("UTC")]
    public async Task The_other_program_reads_the_instants_that_we_mean(string zone)
    {
        var gathering = Series(new(2026, 1, 15, 18, 30, 0), zone, new() { Every = 2, Days = [DayOfWeek.Monday] });
        var seen = Assert.Single(await CalendarProgram.ImportAsync(Write(gathering), 50));
        Assert.Equal(gathering.Occurrences.Take(50).Select(o => o.StartsAt), seen.Times.Select(t => t.Starts));
    }

    [Fact]
    public async Task Every_rule_that_can_be_said_is_read_as_the_days_that_we_plan()
    {
        var rules = (
            from day in Gen.Choose(0, 360)
            from rhythm in Gen.Elements(Rhythm.Weekly, Rhythm.Monthly)
            from every in Gen.Choose(1, 3)
            from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
            from end in Gen.Elements<int?>(null, 3, 20)
            from until in Gen.Choose(10, 200)
            from zone in Gen.Elements("America/New_York", "Europe/Madrid", "Pacific/Auckland")
            select (Start: new DateTime(2026, 1, 8, 10, 0, 0).AddDays(day), Zone: zone,
                Repeats: new Recurrence { Rhythm = rhythm, Every = every, Days = [.. days], Times = end, Until = end is null ? new DateOnly(2026, 1, 8).AddDays(day + until) : null }))
            .Sample(30);
        // One calendar of them all, so that the other program starts once.
        var gatherings = rules.Select(rule => Series(rule.Start, rule.Zone, rule.Repeats)).ToList();

        var seen = (await CalendarProgram.ImportAsync(Write([.. gatherings]), 500)).ToDictionary(e => e.Uid);

        foreach (var gathering in gatherings)
            Assert.Equal(gathering.Schedule.Days().Select(day => Zones.ClockOf(gathering.Zone)(gathering.Schedule.StartOn(day))), seen[gathering.Id.ToString()].Times.Select(t => t.Starts));
    }

    [Fact]
    public async Task A_cancelled_day_is_not_there_and_a_moved_one_is_where_it_was_put()
    {
        var gathering = Series(new(2026, 3, 3, 19, 0, 0), "Europe/Berlin", new() { Times = 4 });
        var clock = Zones.ClockOf("Europe/Berlin");
        gathering.CancelOnce(gathering.Occurrences[1], DomainPeople.Editor(), "Snow.", DomainPeople.Monday);
        gathering.MoveOnce(gathering.Occurrences[2], new(2026, 3, 18, 9, 0, 0), DomainPeople.Editor(), clock, DomainPeople.Monday);

        var seen = Assert.Single(await CalendarProgram.ImportAsync(Write(gathering)));

        Assert.Equal([Zulu("2026-03-03T18:00"), Zulu("2026-03-18T08:00"), Zulu("2026-03-24T18:00")], seen.Times.Select(t => t.Starts));
    }

    [Fact]
    public async Task Long_and_strange_words_come_through_whole()
    {
        const string Strange = "Sopa; té, y \\ \"palabras\" 🍲\nzweite Zeile 第三行 END:VEVENT\r\nBEGIN:VEVENT";
        var gathering = new Gathering(new() { Title = Strange.ReplaceLineEndings(" "), What = string.Concat(Enumerable.Repeat("ñandú 🌱 ", 60)), Venue = "A, B; C" },
            new(new(2026, 3, 3, 19, 0, 0), "Europe/Berlin", 60), "soup", DomainPeople.Ana(), DomainPeople.Monday);
        gathering.PlanAhead(Zones.ClockOf("Europe/Berlin"), DomainPeople.Monday);
        var calendar = Write(gathering);

        var seen = Assert.Single(await CalendarProgram.ImportAsync(calendar));

        Assert.Equal(Strange.ReplaceLineEndings(" "), seen.Title);
        Assert.Equal("A, B; C", seen.Where);
        Assert.Contains("ñandú 🌱 ñandú", seen.Says, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task The_public_calendar_and_that_of_one_gathering_are_read_by_another_program()
    {
        using var ana = await app.SignedInAsync("ana_calendars");
        var address = await ana.AnnounceAsync(("Input.Title", "Bread, weekly"), ("Input.Repeats", "Weekly"), ("Input.RepeatEnds", "Never"));
        using var visitor = app.Browser();

        var one = await visitor.OpenAsync($"{address}/calendar.ics");
        Assert.Equal("text/calendar", one.Message.Content.Headers.ContentType!.MediaType);
        var seen = Assert.Single(await CalendarProgram.ImportAsync(one.Body));
        Assert.Equal("Bread, weekly", seen.Title);
        Assert.Equal((await app.GatheringAsync(address)).Occurrences.OrderBy(o => o.StartsAt).Take(40).Select(o => o.StartsAt), seen.Times.Take(40).Select(t => t.Starts));
        Assert.Contains(await CalendarProgram.ImportAsync((await visitor.OpenAsync("/gatherings/calendar.ics")).Body), e => e.Title == "Bread, weekly");
        Assert.DoesNotContain(await CalendarProgram.ImportAsync((await visitor.OpenAsync("/gatherings/calendar.ics?topic=metrics")).Body), e => e.Title == "Bread, weekly");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/gatherings/no-such/calendar.ics")).Status);
    }

    [Fact]
    public async Task A_private_calendar_has_what_I_come_to_until_its_address_is_renewed()
    {
        using var ana = await app.SignedInAsync("ana_hosts_private");
        using var joe = await app.SignedInAsync("joe_private");
        var comes = await ana.AnnounceAsync(("Input.Title", "Joe comes here"));
        await ana.AnnounceAsync(("Input.Title", "Joe stays away"));
        await joe.ComeAsync(comes);

        var first = await MakeAsync(joe);
        using var program = app.Browser();
        var seen = Assert.Single(await CalendarProgram.ImportAsync((await program.OpenAsync(first)).Body));
        Assert.Equal("Joe comes here", seen.Title);
        Assert.Contains("soup-7731", seen.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(first, (await joe.OpenAsync("/gatherings/mine")).Body, StringComparison.Ordinal);

        var second = await MakeAsync(joe);
        Assert.Equal(HttpStatusCode.NotFound, (await program.OpenAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.OpenAsync(second)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.OpenAsync("/calendars/AAAA.ics")).Status);
        var kept = await app.InDbAsync(db => db.CalendarKeys.Select(k => k.Hash).ToListAsync(Stop));
        Assert.DoesNotContain(kept, hash => second.Contains(hash, StringComparison.Ordinal));

        await app.InDbAsync(async db =>
        {
            var admin = new Member($"lee_{Guid.NewGuid():N}"[..20], "Lee", DateTimeOffset.UtcNow);
            admin.TakeOn(Duties.Administrator);
            (await db.Members.SingleAsync(m => m.Handle == "joe_private", Stop)).SuspendBy(admin, "For a test.", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await program.OpenAsync(second)).Status);
    }

    [Fact]
    public async Task A_hub_has_a_private_calendar_for_its_members()
    {
        using var ana = await app.SignedInAsync("ana_hub_calendar");
        await ana.FillAsync("/hubs/metrics/join", ("Input.Agreed", "true"));
        await ana.AnnounceAsync(("Input.Title", "Counting together"), ("Input.Hub", "metrics"));
        var hub = await app.InDbAsync(db => db.Hubs.Where(h => h.Slug == "metrics").Select(h => h.Id).SingleAsync(Stop));

        var address = await MakeAsync(ana, ("kind", "Hub"), ("target", hub.ToString()));

        using var program = app.Browser();
        Assert.Equal("Counting together", Assert.Single(await CalendarProgram.ImportAsync((await program.OpenAsync(address)).Body)).Title);
        using var joe = await app.SignedInAsync("joe_not_in_hub");
        var page = await joe.OpenAsync("/gatherings/mine");
        Assert.Equal(HttpStatusCode.NotFound, (await joe.SendAsync("/gatherings/mine?handler=Renew", page.Fields(), ("kind", "Hub"), ("target", hub.ToString()))).Status);
    }

    static async Task<string> MakeAsync(Browser member, params (string, string)[] of)
    {
        var page = await member.OpenAsync("/gatherings/mine");
        Assert.Equal(HttpStatusCode.SeeOther, (await member.SendAsync("/gatherings/mine?handler=Renew", page.Fields(), of)).Status);
        return new Uri((await member.OpenAsync("/gatherings/mine")).Page.GetElementById("calendar-address")!.TextContent).AbsolutePath;
    }

    static Gathering Series(DateTime start, string zone, Recurrence repeats)
    {
        var gathering = new Gathering(new() { Title = "Soup" }, new(start, zone, 90) { Repeats = repeats }, "soup", DomainPeople.Ana(), DomainPeople.Monday);
        gathering.PlanAhead(Zones.ClockOf(zone), DomainPeople.Monday);
        return gathering;
    }

    string Write(params Gathering[] gatherings)
    {
        _ = app.Address;
        using var scope = app.Services.CreateScope();
        return System.Text.Encoding.UTF8.GetString(scope.ServiceProvider.GetRequiredService<CalendarWriter>()
            .Write("Test", [.. gatherings.Select(g => new CalendarEntry(g, g.Occurrences, g.IsSeries, ""))], new Uri("https://example.org"), "en"));
    }

    static DateTimeOffset Zulu(string at) => DateTimeOffset.Parse(at + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
