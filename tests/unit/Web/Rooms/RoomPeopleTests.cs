using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteRoomPeopleTests(WebApp app) : RoomPeopleTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlRoomPeopleTests(PostgreSqlWebApp app) : RoomPeopleTests(app), IClassFixture<PostgreSqlWebApp>;

/// <summary>Rooms of members: who comes in, who reads, and what happens when somebody has to go.</summary>
public abstract class RoomPeopleTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_opens_a_room_and_finds_it_among_their_own()
    {
        var ana = await app.PersonAsync("ana");
        var browser = new Browser(ana.Http);

        var refused = await browser.FillAsync("/rooms/new", ("Input.Name", " "), ("Input.Purpose", "Growing beans"), ("Input.Audience", "Nonsense"));
        var opened = await browser.FillAsync("/rooms/new", ("Input.Name", "Beans"), ("Input.Purpose", "Growing beans"), ("Input.Audience", "Private"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.Name"));
        Assert.Equal("Growing beans", refused.Page.GetElementById("Input_Purpose")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        var list = await browser.OpenAsync("/rooms");
        Assert.Contains(list.Page.QuerySelectorAll("[aria-labelledby=YourRooms] a"), a => a.GetAttribute("href") == opened.Goes);
        Assert.NotEmpty((await browser.OpenAsync(opened.Goes + "/join")).Page.QuerySelectorAll("main ol li"));
        Assert.NotNull((await browser.OpenAsync(opened.Goes!)).Page.QuerySelector("[data-composer]"));
    }

    [Fact]
    public async Task A_private_room_is_not_there_for_anybody_else()
    {
        var (ana, joe, editor) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("eve", Duties.Editor));
        var room = await OpenAsync(ana, RoomAudience.Private);
        using var said = await ana.SayAsync(room, "Nobody else hears this");
        using var visitor = app.Visitor();

        foreach (var http in new[] { joe.Http, editor.Http })
        {
            foreach (var path in new[] { "", "/messages", "/join", "/people", "/topics", "/register", "/settings" })
            {
                using var read = await http.GetAsync($"/rooms/{room}{path}", Stop);
                Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
            }
            Assert.DoesNotContain(room, await http.GetStringAsync("/rooms", Stop), StringComparison.Ordinal);
        }
        foreach (var path in new[] { "", "/messages" })
        {
            using var read = await visitor.GetAsync($"/rooms/{room}{path}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        }
        foreach (var (method, path) in new[] { (HttpMethod.Put, "/messages/1/mark"), (HttpMethod.Put, "/messages/1/star"), (HttpMethod.Put, "/messages/1/reactions/thanks"), (HttpMethod.Put, "/read"), (HttpMethod.Post, "/messages") })
        {
            using var request = new HttpRequestMessage(method, $"/rooms/{room}{path}") { Content = JsonContent.Create(new { kind = "decision", seq = 1, clientId = Guid.NewGuid(), body = "In" }) };
            using var written = await joe.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
        }
        foreach (var cookies in new[] { null, joe.Cookies, editor.Cookies })
        {
            await using var listener = await LiveClient.AtAsync(app.Address, cookies);
            Assert.EndsWith("not-found", (await Assert.ThrowsAsync<HubException>(() => listener.JoinAsync(room))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_of_settings_that_is_old_puts_nothing_back()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open, joe);
        await GiveAsync(room, joe);
        var (first, second) = (new Browser(ana.Http), new Browser(joe.Http));
        var old = await first.OpenAsync($"/rooms/{room}/settings");

        Assert.Equal(HttpStatusCode.SeeOther, (await second.FillFirstAsync($"/rooms/{room}/settings", ("Input.Audience", "Private"), ("Input.Purpose", "Growing beans"))).Status);
        var late = await first.SendAsync($"/rooms/{room}/settings", Answer.FieldsOf(old.Page.QuerySelector("main form")!).ToList(), ("Input.Purpose", "Spelled better"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Spelled better", late.Body, StringComparison.Ordinal);
        Assert.Equal(RoomAudience.Private, await app.InDbAsync(db => db.Rooms.Where(r => r.Slug == room).Select(r => r.Audience).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Who_was_removed_is_not_shown_what_became_of_their_words()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        var said = new { clientId = Guid.NewGuid(), body = "Mine" };
        (await joe.PostAsync(room, said)).EnsureSuccessStatusCode();
        await app.InDbAsync(async db =>
        {
            var there = await db.Rooms.Include(r => r.Memberships).SingleAsync(r => r.Slug == room, Stop);
            var member = await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop);
            there.Remove(there.Memberships.Single(m => m.MemberId == joe.Member.Id), "Shouting", member, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });

        using var again = await joe.PostAsync(room, said);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.DoesNotContain("Mine", await again.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A topic that is not there")]
    [InlineData("\0")]
    public async Task A_topic_that_is_not_there_reads_nothing_else(string topic)
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        using var said = await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "New", topic = "Beans" });

        using var read = await joe.Http.PutAsJsonAsync($"/rooms/{room}/read", new { seq = 1, topic }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.False(await app.InDbAsync(db => db.ReadMarks.AnyAsync(m => m.MemberId == joe.Member.Id, Stop)));
    }

    [Fact]
    public async Task People_ask_to_join_a_members_only_room_and_a_steward_lets_them_in()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.MembersOnly);
        await ana.SayAsync(room, "For those in here");
        var (steward, asker) = (new Browser(ana.Http), new Browser(joe.Http));

        var door = await asker.OpenAsync($"/rooms/{room}");
        Assert.Equal((HttpStatusCode.Redirect, $"/rooms/{room}/join"), (door.Status, door.Goes));
        using (var read = await joe.Http.GetAsync($"/rooms/{room}/messages", Stop))
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asker.FillAsync($"/rooms/{room}/join", ("Input.Words", "I grow beans"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.FillAsync($"/rooms/{room}/join", ("Input.Words", "I grow beans"), ("Input.Agreed", "true"))).Status);
        await app.ToldAsync(ana, "asks to join");

        var people = await steward.OpenAsync($"/rooms/{room}/people");
        Assert.Contains("I grow beans", people.Body, StringComparison.Ordinal);
        var request = people.Page.QuerySelectorAll("[aria-labelledby=asks] form").Single();
        var fields = Answer.FieldsOf(request).ToList();
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.SendAsync($"/rooms/{room}/people?handler=Accept", fields)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await steward.SendAsync($"/rooms/{room}/people?handler=Decline", fields)).Status);
        await app.ToldAsync(joe, "You are in the room");

        Assert.Contains("For those in here", (await asker.OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);
        using var posted = await joe.SayAsync(room, "Thank you");
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
    }

    [Fact]
    public async Task An_invitation_opens_a_private_room_to_one_who_takes_it()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await OpenAsync(ana, RoomAudience.Private);
        var steward = new Browser(ana.Http);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InviteAsync(steward, room, "nobody_of_that_name")).Status);
        foreach (var person in new[] { joe, kim })
            Assert.Equal(HttpStatusCode.SeeOther, (await InviteAsync(steward, room, "@" + person.Member.Handle)).Status);
        await app.ToldAsync(joe, "invites you");
        var (taker, decliner) = (new Browser(joe.Http), new Browser(kim.Http));
        Assert.NotNull((await taker.OpenAsync("/rooms")).Page.QuerySelector($"[aria-labelledby=Invitations] a[href='/rooms/{room}/join']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await taker.FillAsync($"/rooms/{room}/join", ("Input.Agreed", "true"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await taker.OpenAsync($"/rooms/{room}")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await decliner.FillAsync($"/rooms/{room}/join?handler=Leave")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await decliner.OpenAsync($"/rooms/{room}/join")).Status);
    }

    [Fact]
    public async Task Whoever_is_removed_hears_nothing_more_and_keeps_what_they_typed()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Private, joe);
        await using var gone = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await using var stays = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await gone.JoinAsync(room);
        await stays.JoinAsync(room);
        var (steward, removed) = (new Browser(ana.Http), new Browser(joe.Http));
        var page = await removed.OpenAsync($"/rooms/{room}");

        var person = $"/rooms/{room}/people/{joe.Member.Handle}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.FillAsync(person + "?handler=Remove", ("Input.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillAsync(person + "?handler=Remove", ("Input.Reason", "Sold pills"))).Status);
        await ana.SayAsync(room, "Just us");
        await stays.ToldAsync("message", 1);

        await gone.ToldAsync("removed", 1);
        Assert.Empty(gone.Told("message"));
        await Assert.ThrowsAsync<HubException>(() => gone.JoinAsync(room));
        using (var read = await joe.Http.GetAsync($"/rooms/{room}/messages", Stop))
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using (var posted = await joe.SayAsync(room, "Am I still here?"))
        {
            Assert.Equal(HttpStatusCode.Conflict, posted.StatusCode);
            Assert.Contains("not in this room any more", (await posted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        var kept = await removed.SendAsync($"/rooms/{room}", page.Fields(), ("Input.Body", "My last words"));
        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Equal("My last words", kept.Page.GetElementById("Input_Body")!.TextContent);
        await app.ToldAsync(joe, "Sold pills");
    }

    [Fact]
    public async Task When_a_room_is_for_fewer_all_others_stop_listening()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Open);
        await using var stranger = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await using var visitor = await LiveClient.AtAsync(app.Address);
        await using var member = await LiveClient.AtAsync(app.Address, ana.Cookies);
        foreach (var listener in new[] { stranger, visitor, member })
            await listener.JoinAsync(room);

        var saved = await new Browser(ana.Http).FillFirstAsync($"/rooms/{room}/settings", ("Input.Audience", "MembersOnly"));
        await ana.SayAsync(room, "Now among us");

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await member.ToldAsync("message", 1);
        await stranger.ToldAsync("removed", 1);
        await visitor.ToldAsync("removed", 1);
        Assert.Empty(stranger.Told("message"));
        Assert.Empty(visitor.Told("message"));
    }

    [Fact]
    public async Task A_changed_agreement_is_asked_of_everybody_again()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.MembersOnly, joe);
        var (steward, member) = (new Browser(ana.Http), new Browser(joe.Http));
        Assert.DoesNotContain("has changed", (await member.OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillFirstAsync($"/rooms/{room}/settings", ("Input.Agreement", "Be kind\nShare the air"))).Status);

        Assert.Contains("has changed", (await member.OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);
        var join = await member.OpenAsync($"/rooms/{room}/join");
        var agree = join.Page.QuerySelector("form[action*='handler=Agree']")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await member.SendAsync($"/rooms/{room}/join?handler=Agree", Answer.FieldsOf(agree).ToList())).Status);
        Assert.DoesNotContain("has changed", (await member.OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_room_leaves_the_list_can_be_read_and_is_opened_again()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Open);
        await ana.SayAsync(room, "Remember this");
        var steward = new Browser(ana.Http);

        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillAsync($"/rooms/{room}/settings?handler=Close")).Status);
        using (var posted = await joe.SayAsync(room, "Hello?"))
            Assert.Equal(HttpStatusCode.Conflict, posted.StatusCode);
        Assert.DoesNotContain(room, await joe.Http.GetStringAsync("/rooms", Stop), StringComparison.Ordinal);
        Assert.Contains(room, await joe.Http.GetStringAsync("/rooms?closed=true", Stop), StringComparison.Ordinal);
        Assert.Contains("Remember this", await joe.Http.GetStringAsync($"/rooms/{room}", Stop), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillAsync($"/rooms/{room}/settings?handler=Open")).Status);
        using var again = await joe.SayAsync(room, "Hello again");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task The_last_steward_stays_until_somebody_else_is_one()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Private, joe);
        var steward = new Browser(ana.Http);

        Assert.Equal(HttpStatusCode.Conflict, (await steward.FillAsync($"/rooms/{room}/join?handler=Leave")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillAsync($"/rooms/{room}/people/{joe.Member.Handle}?handler=Role", ("role", "Steward"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.FillAsync($"/rooms/{room}/join?handler=Leave")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await steward.OpenAsync($"/rooms/{room}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(joe.Http).OpenAsync($"/rooms/{room}/settings")).Status);
    }

    [Fact]
    public async Task Whoever_does_not_look_after_a_room_has_no_desk_there()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Open);
        var stranger = new Browser(joe.Http);

        foreach (var path in new[] { "/settings", $"/people/{ana.Member.Handle}" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/rooms/{room}{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync($"/rooms/{room}/people?handler=Invite", [], ("Handle", joe.Member.Handle))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync($"/rooms/{room}/settings?handler=Close", [])).Status);
    }

    [Fact]
    public async Task What_is_said_is_found_by_those_who_may_read_it()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var (open, closed) = (await OpenAsync(ana, RoomAudience.Open), await OpenAsync(ana, RoomAudience.Private));
        var word = $"quinoa{Guid.NewGuid():N}"[..16];
        await ana.SayAsync(open, $"We sow {word} in spring");
        await ana.SayAsync(closed, $"Our {word} failed");
        using var visitor = app.Visitor();

        await Eventually.UntilAsync(async () => await FoundAsync(ana.Http) == 2);

        Assert.Equal(1, await FoundAsync(joe.Http));
        Assert.Equal(1, await FoundAsync(visitor));
        await new Browser(ana.Http).FillFirstAsync($"/rooms/{open}/settings", ("Input.Audience", "Private"));
        await Eventually.UntilAsync(async () => await FoundAsync(joe.Http) == 0 && await FoundAsync(visitor) == 0);

        async Task<int> FoundAsync(HttpClient http) =>
            (await http.GetFromJsonAsync<JsonElement>($"/api/search?kind=message&q={word}", Stop)).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task An_account_that_ends_leaves_its_rooms_looked_after()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await OpenAsync(ana, RoomAudience.Private, joe);
        await ana.SayAsync(room, "Good bye");

        await app.EraseAsync(ana.Member.Id);

        Assert.Equal(HttpStatusCode.OK, (await new Browser(joe.Http).OpenAsync($"/rooms/{room}/settings")).Status);
        Assert.False(await app.InDbAsync(db => db.RoomMemberships.AnyAsync(m => m.MemberId == ana.Member.Id, Stop)));
    }

    static Task<Answer> InviteAsync(Browser steward, string room, string handle) =>
        steward.FillAsync($"/rooms/{room}/people?handler=Invite", ("Handle", handle));

    Task<string> OpenAsync(Person by, RoomAudience audience, params Person[] members) => app.RoomOfAsync(by, audience, members);

    Task<int> GiveAsync(string room, Person steward) => app.InDbAsync(async db =>
    {
        var there = await db.Rooms.Include(r => r.Memberships).SingleAsync(r => r.Slug == room, Stop);
        var first = there.Memberships.First(m => m.Role == RoomRole.Steward).MemberId;
        var by = await db.Members.SingleAsync(m => m.Id == first, Stop);
        there.Give(RoomRole.Steward, there.Memberships.Single(m => m.MemberId == steward.Member.Id), by, DateTimeOffset.UtcNow);
        return await db.SaveChangesAsync(Stop);
    });
}
