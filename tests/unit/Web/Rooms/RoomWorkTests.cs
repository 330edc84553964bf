using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteRoomWorkTests(WebApp app) : RoomWorkTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlRoomWorkTests(PostgreSqlWebApp app) : RoomWorkTests(app), IClassFixture<PostgreSqlWebApp>;

/// <summary>Topics, calls, marks, pins and stars: what turns talk into work.</summary>
public abstract class RoomWorkTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_marked_as_an_action_done_and_taken_off_again()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await ana.SayAsync(room, "Count the jobs each month");

        var marked = await PutAsync(ana, room, "messages/1/mark", new { kind = "action", owner = joe.Member.Handle, due = "2026-12-03" });
        Assert.Equal(("action", joe.Member.Handle, "2026-12-03", false, 2), (Mark(marked, "kind"), marked.GetProperty("mark").GetProperty("owner").GetProperty("handle").GetString(),
            Mark(marked, "due"), marked.GetProperty("mark").GetProperty("done").GetBoolean(), marked.GetProperty("rev").GetInt32()));
        await app.ToldAsync(joe, "gave you something to do");

        var shelf = await new Browser(joe.Http).OpenAsync($"/rooms/{room}/register/action");
        Assert.Contains("Count the jobs each month", shelf.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(joe.Http).FillAsync($"/rooms/{room}/register/action?handler=Done", ("done", "true"))).Status);
        Assert.True((await LogAsync(ana, room)).GetProperty("items")[0].GetProperty("mark").GetProperty("done").GetBoolean());

        using var gone = await ana.Http.DeleteAsync($"/rooms/{room}/messages/1/mark", Stop);
        Assert.Equal(JsonValueKind.Null, (await gone.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("mark").ValueKind);
        Assert.DoesNotContain("Count the jobs", (await new Browser(joe.Http).OpenAsync($"/rooms/{room}/register/action")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kind":"rumour"}""", 422)]
    [InlineData("""{"kind":"17"}""", 422)]
    [InlineData("""{}""", 422)]
    [InlineData("""{"kind":"action","owner":"nobody_like_that"}""", 422)]
    [InlineData("""{"kind":"action","due":"the day after tomorrow"}""", 400)]
    [InlineData("[]", 400)]
    public async Task A_mark_that_says_nothing_is_refused_with_the_reason(string body, int status)
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly);
        await ana.SayAsync(room, "Hello");

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await ana.Http.PutAsync($"/rooms/{room}/messages/1/mark", content, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(1, (await LogAsync(ana, room)).GetProperty("lastRev").GetInt32());
    }

    [Fact]
    public async Task Nobody_outside_is_given_an_action_or_pins_in_an_open_room()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var (closed, open) = (await app.RoomOfAsync(ana, RoomAudience.Private), await app.RoomOfAsync(ana, RoomAudience.Open));
        await ana.SayAsync(closed, "For us");
        await joe.SayAsync(open, "For all");

        using var given = await ana.Http.PutAsJsonAsync($"/rooms/{closed}/messages/1/mark", new { kind = "action", owner = joe.Member.Handle }, Stop);
        using var pinned = await joe.Http.PutAsync($"/rooms/{open}/messages/1/pin", null, Stop);
        var byWhoLooksAfterIt = await PutAsync(ana, open, "messages/1/pin", new { });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (given.StatusCode, pinned.StatusCode));
        Assert.True(byWhoLooksAfterIt.GetProperty("pinned").GetBoolean());
        Assert.NotNull((await new Browser(joe.Http).OpenAsync($"/rooms/{open}")).Page.QuerySelector(".pins a"));
    }

    [Fact]
    public async Task A_star_is_ones_own_and_no_change_of_the_room()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        await ana.SayAsync(room, "Keep this one");

        await PutAsync(joe, room, "messages/1/star", new { });
        await PutAsync(joe, room, "messages/1/star", new { });

        Assert.Equal(1, (await LogAsync(ana, room)).GetProperty("lastRev").GetInt32());
        Assert.Contains("Keep this one", (await new Browser(joe.Http).OpenAsync($"/rooms/{room}/register/starred")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep this one", (await new Browser(ana.Http).OpenAsync($"/rooms/{room}/register/starred")).Body, StringComparison.Ordinal);
        using var off = await joe.Http.DeleteAsync($"/rooms/{room}/messages/1/star", Stop);
        Assert.DoesNotContain("Keep this one", (await new Browser(joe.Http).OpenAsync($"/rooms/{room}/register/starred")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_reaches_those_who_may_read_it_and_nobody_else()
    {
        var (ana, joe, kim, stranger) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"), await app.PersonAsync("sam"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe, kim);
        var people = await new Browser(kim.Http).OpenAsync($"/rooms/{room}/people");
        await new Browser(kim.Http).SendAsync($"/rooms/{room}/people?handler=Parts", Answer.FieldsOf(people.Page.QuerySelector("form[action*='handler=Parts']")!).ToList(), ("Parts", "Coach"));

        await ana.SayAsync(room, $"@{joe.Member.Handle} and @{stranger.Member.Handle}: is it so, @coach?");

        await app.ToldAsync(joe, "called you");
        await app.ToldAsync(kim, "asked people like you");
        Assert.Empty(await app.InDbAsync(db => db.Notifications.Where(n => n.MemberId == stranger.Member.Id || n.MemberId == ana.Member.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task An_answer_and_a_followed_topic_are_told_the_topic_once_until_one_looks()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open, joe);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Beans", topic = "Food" });
        await new Browser(joe.Http).SendAsync($"/rooms/{room}/topics?handler=Watch", [], ("topic", "Food"), ("level", "Followed"));

        for (var n = 0; n < 3; n++)
            await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = $"Beans {n}", topic = "Food" });
        await joe.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Lovely", topic = "Food", replyToSeq = 1 });

        await app.ToldAsync(ana, "answered you");
        var told = await app.InDbAsync(db => db.Notifications.Where(n => n.MemberId == joe.Member.Id && n.Reason == NotificationReason.YouFollowRoomTopic).CountAsync(Stop));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_renamed_topic_takes_every_message_along_as_a_change_of_its_own()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        foreach (var topic in new[] { "Jobs", "Food", "Jobs" })
            await joe.PostAsync(room, new { clientId = Guid.NewGuid(), body = "About it", topic });
        var browser = new Browser(joe.Http);
        await browser.SendAsync($"/rooms/{room}/topics?handler=Watch", [], ("topic", "Jobs"), ("level", "Muted"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync($"/rooms/{room}/topics?handler=Rename", [], ("topic", "Jobs"), ("name", " "))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync($"/rooms/{room}/topics?handler=Rename", [], ("topic", "Nothing"), ("name", "Work"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync($"/rooms/{room}/topics?handler=Rename", [], ("topic", "Jobs"), ("name", "Work"))).Status);

        var log = await LogAsync(ana, room, "?afterRev=3");
        Assert.Equal([(1, "Work"), (3, "Work")], log.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("seq").GetInt32(), i.GetProperty("topic").GetString()!)));
        Assert.Equal(5, log.GetProperty("lastRev").GetInt32());
        Assert.Equal(WatchLevel.Muted, await app.InDbAsync(db => db.TopicWatches.Where(w => w.MemberId == joe.Member.Id && w.Topic == "Work").Select(w => w.Level).SingleAsync(Stop)));
        // The name of another topic joins the two.
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(ana.Http).SendAsync($"/rooms/{room}/topics?handler=Rename", [], ("topic", "Food"), ("name", "Work"))).Status);
        Assert.Equal(3, (await LogAsync(ana, room, "?topic=Work")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Somebody_elses_topic_is_renamed_by_who_looks_after_the_room_only()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Mine", topic = "Mine" });

        var answer = await new Browser(joe.Http).SendAsync($"/rooms/{room}/topics?handler=Rename", [], ("topic", "Mine"), ("name", "Yours"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Yours", answer.Page.QuerySelector("input[name=name]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_moves_to_another_topic_and_the_pages_of_both_agree()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Out of place", topic = "Jobs" });

        Assert.Equal("Food", (await PutAsync(ana, room, "messages/1/topic", new { topic = " Food " })).GetProperty("topic").GetString());
        using var tooLong = await ana.Http.PutAsJsonAsync($"/rooms/{room}/messages/1/topic", new { topic = new string('x', Posting.TopicLimit + 1) }, Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        var browser = new Browser(ana.Http);
        Assert.NotNull((await browser.OpenAsync($"/rooms/{room}?topic=Food")).Page.QuerySelector("#m-1"));
        Assert.Null((await browser.OpenAsync($"/rooms/{room}?topic=Jobs")).Page.QuerySelector("#m-1"));
    }

    [Fact]
    public async Task What_is_muted_or_read_in_its_topic_counts_as_read_and_the_rest_stays_new()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open, joe);
        foreach (var topic in new[] { "Jobs", "Food", "Jobs", "" })
            await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "News", topic });
        var browser = new Browser(joe.Http);
        Assert.Equal("4 new", await UnreadAsync());

        await browser.SendAsync($"/rooms/{room}/topics?handler=Watch", [], ("topic", "Food"), ("level", "Muted"));
        Assert.Equal("3 new", await UnreadAsync());
        await PutAsync(joe, room, "read", new { seq = 3, topic = "Jobs" });
        Assert.Equal("1 new", await UnreadAsync());
        await PutAsync(joe, room, "read", new { seq = 4 });
        Assert.Null(await UnreadAsync());

        async Task<string?> UnreadAsync() => (await browser.OpenAsync("/rooms")).Page.QuerySelectorAll("li.row")
            .Single(row => row.QuerySelector($"a[href='/rooms/{room}']") is not null).QuerySelector(".unread")?.TextContent;
    }

    [Fact]
    public async Task Who_was_away_sees_what_was_decided_asked_and_left_to_them()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await ana.SayAsync(room, "An old question?");
        await PutAsync(joe, room, "read", new { seq = 1 });
        await app.InDbAsync(db => db.ReadMarks.Where(m => m.MemberId == joe.Member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.At, DateTimeOffset.UtcNow.AddDays(-2)), Stop));
        string[] said = ["We count every job", "Bring the form", $"@{joe.Member.Handle} look here", "Who has a scale?", "Who has a spade?"];
        foreach (var body in said)
            await ana.SayAsync(room, body);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "I have a spade", replyToSeq = 6 });
        await PutAsync(ana, room, "messages/2/mark", new { kind = "decision" });
        await PutAsync(ana, room, "messages/3/mark", new { kind = "action", owner = joe.Member.Handle });
        await app.ToldAsync(joe, "called you");

        var page = await new Browser(joe.Http).OpenAsync($"/rooms/{room}");

        var rows = page.Page.QuerySelectorAll(".since li").Select(li => (li.QuerySelector(".badge")!.TextContent.Trim(), li.QuerySelector("a")!.GetAttribute("href"))).ToList();
        Assert.Equal([("Decided", $"/rooms/{room}?at=2#m-2"), ("For you to do", $"/rooms/{room}?at=3#m-3"), ("Asked you", $"/rooms/{room}?at=4#m-4"), ("Unanswered", $"/rooms/{room}?at=5#m-5")], rows);
    }

    [Fact]
    public async Task The_page_of_a_topic_posts_into_it_without_script()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "First", topic = "Food & more" });

        var sent = await new Browser(ana.Http).FillAsync($"/rooms/{room}?topic=Food%20%26%20more", ("Input.Body", "Second"));

        Assert.Equal($"/rooms/{room}?topic=Food%20%26%20more#m-2", sent.Goes);
        Assert.Equal(2, (await LogAsync(ana, room, "?topic=Food%20%26%20more")).GetProperty("items").GetArrayLength());
    }

    static string? Mark(JsonElement item, string name) => item.GetProperty("mark").GetProperty(name).GetString();

    static async Task<JsonElement> PutAsync(Person who, string room, string path, object content)
    {
        using var answer = await who.Http.PutAsJsonAsync($"/rooms/{room}/{path}", content, Stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    static Task<JsonElement> LogAsync(Person who, string room, string query = "") => who.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages{query}", Stop);
}
