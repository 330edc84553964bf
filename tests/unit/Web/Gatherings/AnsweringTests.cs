using System.Net;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>Who comes, who waits, and what becomes of it.</summary>
public class AnsweringTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_eight_who_want_the_last_place_at_once_one_has_it_and_seven_stand_in_line()
    {
        using var ana = await app.SignedInAsync("ana_full");
        var address = await ana.AnnounceAsync(("Input.Places", "1"));
        var people = new List<Browser>();
        for (var n = 0; n < 8; n++)
            people.Add(await app.SignedInAsync($"racer_{n}"));

        var answers = await Task.WhenAll(people.Select(p => p.ComeAsync(address)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        var time = Assert.Single((await app.GatheringAsync(address)).Occurrences);
        Assert.Equal(1, time.Taken);
        Assert.Equal(7, time.Line.Count());
        var page = await people[0].OpenAsync(address);
        Assert.Contains("All places are taken", page.Body, StringComparison.Ordinal);
        people.ForEach(p => p.Dispose());
    }

    [Fact]
    public async Task A_freed_place_goes_to_who_waited_and_they_are_told_once_here_and_by_mail()
    {
        using var ana = await app.SignedInAsync("ana_frees");
        using var joe = await app.SignedInAsync("joe_gives_up");
        using var lee = await app.SignedInAsync("lee_waits");
        var address = await ana.AnnounceAsync(("Input.Places", "1"));
        await joe.ComeAsync(address);
        var waits = await lee.ComeAsync(address);
        Assert.Equal(HttpStatusCode.SeeOther, waits.Status);
        Assert.Contains("number 1 on the waiting list", (await lee.OpenAsync(address)).Body, StringComparison.Ordinal);

        await joe.SendAsync($"{address}/rsvp?handler=Withdraw", (await joe.OpenAsync($"{address}/rsvp")).Fields());

        await Eventually.UntilAsync(() => TellingsAsync("lee_waits", NotificationKind.GatheringPlaceFreed, 1));
        Assert.Contains("A place became free", await app.LetterAsync("lee_waits@example.org", "A place became free"), StringComparison.Ordinal);
        Assert.Contains("You come", (await lee.OpenAsync(address)).Body, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Rsvps.AnyAsync(r => db.Members.Any(m => m.Id == r.MemberId && m.Handle == "joe_gives_up"), Stop)));
    }

    [Fact]
    public async Task A_yes_to_the_whole_series_holds_for_every_day_to_come()
    {
        using var ana = await app.SignedInAsync("ana_series");
        using var joe = await app.SignedInAsync("joe_series");
        var address = await ana.AnnounceAsync(("Input.Repeats", "Weekly"), ("Input.RepeatEnds", "Times"), ("Input.Times", "6"));
        await joe.ComeAsync(address, "Yes", ("Input.Whole", "true"));
        await joe.FillAsync($"{address}/rsvp?on={Host.Day(Host.InDays(17))}", ("Input.Coming", "No"), ("Input.Whole", "false"));
        var answered = await app.GatheringAsync(address);
        Assert.Equal(5, answered.Occurrences.Count(o => o.Taken == 1));
        // Six days and a second thought: the whole series is told of once.
        Assert.Equal(3, await app.InDbAsync(db => db.Events.CountAsync(e => e.Type == nameof(GatheringAnswered) && e.SubjectId == answered.Id, Stop)));

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{address}/edit", ("Input.Times", "8"))).Status);
        Assert.Equal(7, (await app.GatheringAsync(address)).Occurrences.Count(o => o.Taken == 1));
    }

    [Fact]
    public async Task There_are_never_fewer_places_than_people_who_come()
    {
        using var ana = await app.SignedInAsync("ana_shrinks");
        using var joe = await app.SignedInAsync("joe_one");
        using var lee = await app.SignedInAsync("lee_two");
        var address = await ana.AnnounceAsync();
        await joe.ComeAsync(address);
        await lee.ComeAsync(address);

        var refused = await ana.FillAsync($"{address}/edit", ("Input.Places", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("2 people come already", refused.Wrong("Input.Places"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_takes_no_answers_and_has_a_place_for_what_came_of_it()
    {
        using var ana = await app.SignedInAsync("ana_after");
        using var joe = await app.SignedInAsync("joe_after");
        var address = await ana.AnnounceAsync();
        var early = await ana.FillAsync($"{address}/outcome", ("Input.Words", "We will have planned a garden."));
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("We will have planned a garden.", early.Body, StringComparison.Ordinal);
        await app.InDbAsync(async db =>
        {
            var time = await db.Occurrences.SingleAsync(o => db.Gatherings.Any(g => g.Id == o.GatheringId && "/gatherings/" + g.Slug == address), Stop);
            db.Entry(time).Property(o => o.StartsAt).CurrentValue = DateTimeOffset.UtcNow.AddHours(-3);
            db.Entry(time).Property(o => o.EndsAt).CurrentValue = DateTimeOffset.UtcNow.AddHours(-1);
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(HttpStatusCode.Conflict, (await joe.ComeAsync(address)).Status);
        await ana.FillAsync($"{address}/outcome", ("Input.Words", "We planned a **garden**."));
        Assert.Contains("<strong>garden</strong>", (await joe.OpenAsync(address)).Body, StringComparison.Ordinal);
        Assert.Contains("Tells what came of it", (await joe.OpenAsync("/gatherings?when=past")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_comes_can_become_a_host_and_the_first_can_step_down()
    {
        using var ana = await app.SignedInAsync("ana_first_host");
        using var joe = await app.SignedInAsync("joe_next_host");
        var address = await ana.AnnounceAsync();
        await joe.ComeAsync(address);
        var list = await ana.OpenAsync($"{address}/coming");
        var on = Host.Day(Host.InDays(10));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"{address}/coming?on={on}&handler=Host", list.Fields())).Status);
        await Eventually.UntilAsync(() => TellingsAsync("joe_next_host", NotificationKind.GatheringHosting, 1));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"{address}/coming?on={on}&handler=StepDown", (await ana.OpenAsync($"{address}/coming")).Fields())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"{address}/edit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await joe.OpenAsync($"{address}/edit")).Status);
    }

    [Fact]
    public async Task Who_leaves_takes_their_answers_along_and_what_only_they_hosted_is_cancelled()
    {
        using var ana = await app.SignedInAsync("ana_leaves_us");
        using var joe = await app.SignedInAsync("joe_stays");
        var (hosted, other) = (await ana.AnnounceAsync(("Input.Title", "Mine alone")), await joe.AnnounceAsync());
        await joe.ComeAsync(hosted);
        await ana.ComeAsync(other, "Yes", ("Input.Needs", "No stairs"));

        var archive = await app.InDbAsync(async db => (await new HealthDoers.Web.Pages.Gatherings.GatheringData(db, TimeProvider.System)
            .ReadAsync(await db.Members.Where(m => m.Handle == "ana_leaves_us").Select(m => m.Id).SingleAsync(Stop), Stop)).Select(row => row.ToString()!).ToList());
        Assert.Contains(archive, row => row.Contains("No stairs", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync("/account/leave", ("Input.Password", Browser.Password), ("Input.Stays", "UnderNoName"))).Status);

        Assert.Empty((await app.GatheringAsync(other)).Occurrences.Single().Rsvps);
        Assert.NotNull((await app.GatheringAsync(hosted)).Cancellation);
        await Eventually.UntilAsync(() => TellingsAsync("joe_stays", NotificationKind.GatheringCancelled, 1));
        Assert.Contains("Nobody is left to host it", (await joe.OpenAsync(hosted)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_announces_three_on_the_first_day()
    {
        using var ana = await app.SignedInAsync("ana_newcomer");
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "ana_newcomer", Stop)).BeNew();
            return await db.SaveChangesAsync(Stop);
        });
        for (var n = 0; n < 3; n++)
            await ana.AnnounceAsync();
        var fourth = await ana.FillAsync("/gatherings/new", Host.Form(("Input.Title", "One too many")));
        Assert.Equal(HttpStatusCode.Conflict, fourth.Status);
        Assert.Contains("One too many", fourth.Body, StringComparison.Ordinal);
    }

    Task<bool> TellingsAsync(string handle, NotificationKind kind, int count) => app.InDbAsync(async db =>
        await db.Notifications.CountAsync(n => n.Kind == kind && db.Members.Any(m => m.Id == n.MemberId && m.Handle == handle), Stop) == count);
}
