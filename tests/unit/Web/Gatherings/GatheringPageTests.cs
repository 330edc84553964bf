using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Gatherings;

public class GatheringPageTests(WebApp app) : IClassFixture<WebApp>
{
    const string Link = "https://meet.example.org/soup-7731";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gathering_is_announced_listed_and_shown_in_its_own_time()
    {
        using var ana = await app.SignedInAsync("ana_announces");
        var address = await ana.AnnounceAsync(("Input.Title", "Tea on the porch"), ("Input.Topics", "food-access"), ("Input.Access", "StepFree"), ("Input.Places", "12"));

        Assert.Equal("/gatherings/tea-on-the-porch", address);
        using var visitor = app.Browser();
        foreach (var list in new[] { "/gatherings", "/gatherings?topic=food-access", "/gatherings?how=inPerson&language=en" })
            Assert.Contains("Tea on the porch", (await visitor.OpenAsync(list)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Tea on the porch", (await visitor.OpenAsync("/gatherings?topic=metrics")).Body, StringComparison.Ordinal);
        var page = await visitor.OpenAsync(address);
        Assert.Contains("7:00 PM to 8:30 PM", page.Body, StringComparison.Ordinal);
        Assert.Contains("Chicago time", page.Body, StringComparison.Ordinal);
        Assert.Contains("12 places are left", page.Body, StringComparison.Ordinal);
        Assert.Contains("Step-free", page.Body, StringComparison.Ordinal);
        Assert.Contains("MixedEventAttendanceMode", page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_for_those_who_come()
    {
        using var ana = await app.SignedInAsync("ana_links");
        using var joe = await app.SignedInAsync("joe_links");
        using var visitor = app.Browser();
        var address = await ana.AnnounceAsync();

        foreach (var reader in new[] { joe, visitor })
        {
            Assert.DoesNotContain(Link, (await reader.OpenAsync(address)).Body, StringComparison.Ordinal);
            Assert.DoesNotContain("soup-7731", (await reader.OpenAsync($"{address}/calendar.ics")).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Link, (await visitor.OpenAsync("/gatherings/calendar.ics")).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await joe.ComeAsync(address, "Maybe");
        Assert.DoesNotContain(Link, (await joe.OpenAsync(address)).Body, StringComparison.Ordinal);
        await joe.ComeAsync(address);
        Assert.Contains(Link, (await joe.OpenAsync(address)).Body, StringComparison.Ordinal);
        Assert.Contains("soup-7731", (await joe.OpenAsync($"{address}/calendar.ics")).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "", "Input.Title")]
    [InlineData("Input.Ends", "18:00", "Input.Ends")]
    [InlineData("Input.Ends", "19:00", "Input.Ends")]
    [InlineData("Input.Date", "9999-12-31", "Input.Date")]
    [InlineData("Input.Date", "2001-01-01", "Input.Date")]
    [InlineData("Input.Date", "the day after", "Input.Date")]
    [InlineData("Input.Starts", "25:00", "Input.Starts")]
    [InlineData("Input.Zone", "Mars/Olympus", "Input.Zone")]
    [InlineData("Input.Zone", "", "Input.Zone")]
    [InlineData("Input.Link", "javascript:alert(1)", "Input.Link")]
    [InlineData("Input.Places", "-3", "Input.Places")]
    [InlineData("Input.Places", "many", "Input.Places")]
    [InlineData("Input.EndDate", "2001-01-01", "Input.Ends")]
    [InlineData("Input.Hub", "metrics", "Input.Hub")]
    public async Task What_cannot_be_is_said_at_the_field_and_nothing_typed_is_lost(string field, string typed, string wrong)
    {
        using var ana = await app.SignedInAsync($"ana_{Guid.NewGuid():N}"[..20]);
        var refused = await ana.FillAsync("/gatherings/new", Host.Form((field, typed)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        if (field != "Input.Hub")
            Assert.NotNull(refused.Wrong(wrong));
        Assert.Contains("We cook, and we listen.", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Times", "1000000")]
    [InlineData("Input.Times", "1")]
    public async Task A_million_times_are_refused(string field, string typed)
    {
        using var ana = await app.SignedInAsync($"ana_{Guid.NewGuid():N}"[..20]);
        var refused = await ana.FillAsync("/gatherings/new", Host.Form(("Input.Repeats", "Weekly"), ("Input.RepeatEnds", "Times"), (field, typed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong(field));
    }

    [Fact]
    public async Task A_series_without_end_is_planned_for_a_year()
    {
        using var ana = await app.SignedInAsync("ana_weekly");
        var address = await ana.AnnounceAsync(("Input.Repeats", "Weekly"), ("Input.RepeatEnds", "Never"));

        Assert.InRange((await app.GatheringAsync(address)).Occurrences.Count, 50, 53);
        var page = await ana.OpenAsync(address);
        Assert.Contains("Every week on", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync($"{address}?on={Host.Day(Host.InDays(17))}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"{address}?on={Host.Day(Host.InDays(18))}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"{address}?on=never")).Status);
    }

    [Fact]
    public async Task A_change_is_told_to_those_who_come_with_its_parts()
    {
        using var ana = await app.SignedInAsync("ana_changes");
        using var joe = await app.SignedInAsync("joe_hears");
        var address = await ana.AnnounceAsync();
        await joe.ComeAsync(address);

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{address}/edit", ("Input.Starts", "18:00"))).Status);

        await HearsAsync("joe_hears", NotificationKind.GatheringEdited);
        Assert.Contains("6:00 PM to 8:30 PM", (await joe.OpenAsync(address)).Body, StringComparison.Ordinal);
        var history = (await joe.OpenAsync(address)).Page.GetElementById("changes")!.ParentElement!.TextContent;
        Assert.Contains("ana_changes", history, StringComparison.Ordinal);
        Assert.Contains("7:00 PM to 8:30 PM", history, StringComparison.Ordinal);
        var letter = await app.LetterAsync("joe_hears@example.org", "has changed");
        Assert.Contains("6:00", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_has_the_old_words_and_never_the_link()
    {
        using var ana = await app.SignedInAsync("ana_rewrites");
        var address = await ana.AnnounceAsync(("Input.What", "We bake, and we listen."), ("Input.Link", "https://meet.example.org/old-secret"));
        await ana.FillAsync($"{address}/edit", ("Input.Title", "Bread and listening"), ("Input.What", "We bake."), ("Input.Places", "12"), ("Input.Link", "https://meet.example.org/new-secret"));

        using var visitor = app.Browser();
        var history = (await visitor.OpenAsync(address)).Page.GetElementById("changes")!.ParentElement!.TextContent;
        foreach (var old in new[] { "Soup and listening", "We bake, and we listen.", "no limit" })
            Assert.Contains(old, history, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_where_they_live_reads_their_own_time_on_the_page_and_in_mail()
    {
        using var ana = await app.SignedInAsync("ana_in_chicago");
        using var joe = await app.SignedInAsync("joe_in_tokyo");
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync("/account/profile", ("Input.Zone", "Asia/Tokyo"))).Status);
        var address = await ana.AnnounceAsync(("Input.Zone", "America/Phoenix"));
        await joe.ComeAsync(address);

        Assert.Contains("11:00 AM to 12:30 PM (Tokyo)", (await joe.OpenAsync(address)).Page.QuerySelector(".yours")!.TextContent, StringComparison.Ordinal);
        Assert.True((await ana.OpenAsync(address)).Page.QuerySelector(".yours")!.HasAttribute("data-your-time"));
        await ana.FillAsync($"{address}/edit", ("Input.Starts", "18:00"));
        Assert.Contains("10:00", await app.LetterAsync("joe_in_tokyo@example.org", "has changed"), StringComparison.Ordinal);
        await joe.FillAsync("/account/profile", ("Input.Zone", "Nowhere/At_All"));
        Assert.True((await joe.OpenAsync(address)).Page.QuerySelector(".yours")!.HasAttribute("data-your-time"));
    }

    [Fact]
    public async Task A_gathering_leads_to_the_room_where_its_people_talk()
    {
        using var ana = await app.SignedInAsync("ana_talks_on");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.FillAsync("/gatherings/new", Host.Form(("Input.Room", "no-such-room")))).Status);
        var address = await ana.AnnounceAsync(("Input.Room", "welcome"));

        using var visitor = app.Browser();
        Assert.NotNull((await visitor.OpenAsync(address)).Page.QuerySelector("aside a[href='/rooms/welcome']"));
        Assert.Equal("welcome", (await ana.OpenAsync($"{address}/edit")).Page.QuerySelector("[name='Input.Room'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_who_edit_at_once_both_know()
    {
        using var ana = await app.SignedInAsync("ana_two");
        var address = await ana.AnnounceAsync();
        var stale = await ana.OpenAsync($"{address}/edit");
        await ana.FillAsync($"{address}/edit", ("Input.Cost", "A dish"));
        var lost = await ana.SendAsync($"{address}/edit", stale.Fields(), ("Input.Venue", "The barn"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Cost", lost.Body, StringComparison.Ordinal);
        Assert.Contains("The barn", lost.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"{address}/edit", lost.Fields())).Status);
    }

    [Fact]
    public async Task One_of_a_series_is_cancelled_with_a_reason_and_another_is_moved()
    {
        using var ana = await app.SignedInAsync("ana_excepts");
        using var joe = await app.SignedInAsync("joe_excepts");
        var address = await ana.AnnounceAsync(("Input.Repeats", "Weekly"));
        var (second, third) = (Host.Day(Host.InDays(17)), Host.Day(Host.InDays(24)));
        await joe.FillAsync($"{address}/rsvp", ("Input.Coming", "Yes"), ("Input.Whole", "true"));

        var silent = await ana.FillAsync($"{address}/cancel?on={second}", ("Input.Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.NotNull(silent.Wrong("Input.Reason"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{address}/cancel?on={second}", ("Input.Reason", "The library is closed."))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{address}/move?on={third}", ("Input.Date", Host.Day(Host.InDays(25))), ("Input.Starts", "10:00"))).Status);

        Assert.Contains("The library is closed.", (await joe.OpenAsync($"{address}?on={second}")).Body, StringComparison.Ordinal);
        Assert.Contains("It was planned for", (await joe.OpenAsync($"{address}?on={third}")).Body, StringComparison.Ordinal);
        await HearsAsync("joe_excepts", NotificationKind.GatheringOnceCancelled);
        await HearsAsync("joe_excepts", NotificationKind.GatheringMoved);
        Assert.Equal(HttpStatusCode.Conflict, (await joe.FillAsync($"{address}/rsvp?on={second}", ("Input.Coming", "Yes"))).Status);
    }

    [Fact]
    public async Task A_cancelled_gathering_says_why_and_takes_no_answers()
    {
        using var ana = await app.SignedInAsync("ana_cancels");
        using var joe = await app.SignedInAsync("joe_cancels");
        var address = await ana.AnnounceAsync();
        await joe.ComeAsync(address);
        await ana.FillAsync($"{address}/cancel", ("Input.Reason", "Everybody has the flu."));

        await HearsAsync("joe_cancels", NotificationKind.GatheringCancelled);
        Assert.Contains("Everybody has the flu.", (await joe.OpenAsync("/notifications")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await joe.ComeAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"{address}/edit")).Status);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("cancel")]
    [InlineData("move")]
    [InlineData("outcome")]
    [InlineData("coming")]
    public async Task The_pages_of_hosts_are_not_there_for_others(string page)
    {
        using var ana = await app.SignedInAsync($"ana_doors_{page}");
        using var joe = await app.SignedInAsync($"joe_doors_{page}");
        var address = await ana.AnnounceAsync();
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync($"{address}/{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"{address}/{page}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"/gatherings/no-such/{page}")).Status);
    }

    [Fact]
    public async Task Needs_are_read_by_hosts_and_by_nobody_else()
    {
        using var ana = await app.SignedInAsync("ana_needs");
        using var joe = await app.SignedInAsync("joe_needs");
        using var mira = await app.SignedInAsync("mira_needs", Duties.Editor);
        var address = await ana.AnnounceAsync();
        await joe.ComeAsync(address, "Yes", ("Input.Needs", "A chair with arms"));

        Assert.Contains("A chair with arms", (await ana.OpenAsync($"{address}/coming")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mira.OpenAsync($"{address}/coming")).Status);
        Assert.DoesNotContain("A chair with arms", (await mira.OpenAsync(address)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hub_members_announce_in_their_hub_and_its_page_and_followers_know()
    {
        using var ana = await app.SignedInAsync("ana_hubs_meet");
        using var joe = await app.SignedInAsync("joe_follows_hub");
        await ana.FillAsync("/hubs/aging-well/join", ("Input.Agreed", "true"));
        await joe.FillAsync("/follow/hub/aging-well");
        await ana.AnnounceAsync(("Input.Title", "Walking and talking"), ("Input.Hub", "aging-well"));

        await HearsAsync("joe_follows_hub", NotificationKind.GatheringAnnounced);
        using var visitor = app.Browser();
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/hubs/aging-well")).Body.Contains("Walking and talking", StringComparison.Ordinal));
        Assert.Contains("Walking and talking", (await visitor.OpenAsync("/gatherings?hub=aging-well")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gathering_is_found_by_its_words()
    {
        using var ana = await app.SignedInAsync("ana_found");
        await ana.AnnounceAsync(("Input.Title", "Quince jam for beginners"));
        using var visitor = app.Browser();
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/api/search?q=quince&kind=gathering")).Body.Contains("quince-jam-for-beginners", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reported_gathering_is_hidden_by_an_editor()
    {
        using var ana = await app.SignedInAsync("ana_sells");
        using var joe = await app.SignedInAsync("joe_reports");
        using var mira = await app.SignedInAsync("mira_hides", Duties.Editor);
        var address = await ana.AnnounceAsync(("Input.Title", "Buy my pills"));
        await joe.FillAsync($"/report/gathering{address["/gatherings".Length..]}", ("Input.Reason", "Spam"));
        var desk = await mira.OpenAsync("/admin/reports");
        var decided = await mira.SendAsync("/admin/reports", desk.Fields(), ("outcome", "Hidden"), ("why", "Advertising."));

        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"{address}/calendar.ics")).Status);
    }

    [Fact]
    public async Task A_list_near_a_place_leaves_out_what_is_far()
    {
        using var ana = await app.SignedInAsync("ana_near");
        await ana.AnnounceAsync(("Input.Title", "Beans in Maywood"), ("Input.Where.Search", "Maywood, Illinois"));
        using var visitor = app.Browser();
        Assert.Contains("Beans in Maywood", (await visitor.OpenAsync("/gatherings?place=Chicago")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Beans in Maywood", (await visitor.OpenAsync("/gatherings?place=Lisbon")).Body, StringComparison.Ordinal);
        Assert.Contains("Nothing found by that name", (await visitor.OpenAsync("/gatherings?place=zzzzqqqx")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_changes_the_words_and_never_sees_where_exactly_it_is()
    {
        using var ana = await app.SignedInAsync("ana_at_home");
        using var mira = await app.SignedInAsync("mira_mends", Duties.Editor);
        var address = await ana.AnnounceAsync(("Input.Where.Search", "Maywood, Illinois"), ("Input.Where.Latitude", "41.88123"), ("Input.Where.Longitude", "-87.84321"), ("Input.Where.Precision", "Near"));

        Assert.Contains("41.88123", (await ana.OpenAsync($"{address}/edit")).Body, StringComparison.Ordinal);
        var desk = await mira.OpenAsync($"{address}/edit");
        Assert.DoesNotContain("41.88123", desk.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync($"{address}/edit", desk.Fields(), ("Input.Cost", "A dish"))).Status);
        Assert.Contains("41.88123", (await ana.OpenAsync($"{address}/edit")).Body, StringComparison.Ordinal);
    }

    Task HearsAsync(string handle, NotificationKind kind) => Eventually.UntilAsync(() => app.InDbAsync(db =>
        db.Notifications.AnyAsync(n => n.Kind == kind && db.Members.Any(m => m.Id == n.MemberId && m.Handle == handle), Stop)));
}
