using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqlitePollWebTests(WebApp app) : PollWebTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlPollWebTests(PostgreSqlWebApp app) : PollWebTests(app), IClassFixture<PostgreSqlWebApp>;

public abstract class PollWebTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poll_is_a_message_and_each_vote_is_told_as_a_change_of_it()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        var ask = new { clientId = Guid.NewGuid(), body = "What shall we plant?", poll = new { kind = "dot", options = new[] { "Beans", "Corn", "Squash" } } };
        using var asked = await ana.PostAsync(room, ask);
        using var again = await ana.PostAsync(room, ask);
        using var other = await ana.PostAsync(room, new { ask.clientId, ask.body });
        await using var listener = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await listener.JoinAsync(room);

        using var voted = await joe.Http.PutAsJsonAsync($"/rooms/{room}/messages/1/vote", new { ballot = new[] { 0, 1, 1 } }, Stop);
        var told = (await listener.ToldAsync("messageChanged", 1))[0].GetProperty("poll");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (asked.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Equal((await asked.Content.ReadAsStringAsync(Stop)), await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal((1, 2), (told.GetProperty("votes").GetInt32(), told.GetProperty("dots").GetInt32()));
        Assert.Equal([0, 1, 1], told.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("sum").GetInt32()));
        Assert.Equal(joe.Member.Handle, told.GetProperty("options")[1].GetProperty("by")[0].GetString());
    }

    [Fact]
    public async Task A_secret_poll_tells_nobody_how_anybody_voted()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe, kim);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Shall we move?", poll = new { kind = "consent", secret = true } });
        Person[] all = [ana, joe, kim];
        for (var n = 0; n < all.Length; n++)
            Assert.Equal(HttpStatusCode.OK, (await all[n].Http.PutAsJsonAsync($"/rooms/{room}/messages/1/vote", new { ballot = new[] { n == 2 ? 1 : 0 } }, Stop)).StatusCode);

        Assert.DoesNotContain(joe.Member.Handle, await PollAsync(ana, room), StringComparison.Ordinal);
        Assert.Contains("\"sum\":null", await PollAsync(ana, room), StringComparison.Ordinal);
        Assert.All(await app.InDbAsync(db => db.PollVotes.Where(v => db.Messages.Any(m => m.Id == v.MessageId && m.Room.Slug == room)).ToListAsync(Stop)), vote => Assert.Null(vote.Weights));
        using var second = await joe.Http.PutAsJsonAsync($"/rooms/{room}/messages/1/vote", new { ballot = new[] { 2 } }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);

        await ana.Http.PutAsync($"/rooms/{room}/messages/1/poll/closed", null, Stop);
        var closed = JsonDocument.Parse(await PollAsync(kim, room)).RootElement;
        Assert.Equal([2, 1, 0], closed.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("sum").GetInt32()));
        Assert.True(closed.GetProperty("passes").GetBoolean());
    }

    [Fact]
    public async Task Without_script_somebody_asks_votes_and_closes_on_plain_pages()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        var refused = await new Browser(ana.Http).FillAsync($"/rooms/{room}/poll", ("Input.Question", "Which?"), ("Input.Kind", "Ranked"), ("Input.Answers", "Beans\nbeans"));
        var asked = await new Browser(ana.Http).FillAsync($"/rooms/{room}/poll", ("Input.Question", "Which?"), ("Input.Kind", "Ranked"), ("Input.Answers", "Beans\nCorn"));
        var path = $"/rooms/{room}/messages/1/poll";
        var page = await new Browser(joe.Http).OpenAsync(path);
        var twice = await new Browser(joe.Http).SendAsync(path, page.Fields().Where(f => f.Key != "Ballot").ToList(), ("Ballot", "1"), ("Ballot", "1"));
        var voted = await new Browser(joe.Http).SendAsync(path, page.Fields().Where(f => f.Key != "Ballot").ToList(), ("Ballot", "2"), ("Ballot", "1"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (refused.Status, asked.Status, twice.Status, voted.Status));
        Assert.Contains("Which?", refused.Body, StringComparison.Ordinal);
        Assert.Contains("2 points", (await new Browser(joe.Http).OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(ana.Http).FillAsync($"{path}?handler=Close")).Status);
        Assert.Null((await new Browser(joe.Http).OpenAsync(path)).Page.QuerySelector("select"));
    }

    [Theory]
    [InlineData("""{"kind":"rumour","options":["a","b"]}""", 422)]
    [InlineData("""{"kind":"dot","options":["a"]}""", 422)]
    [InlineData("""{"kind":"dot","options":["a","A"]}""", 422)]
    [InlineData("""{"kind":"choice"}""", 422)]
    [InlineData("""{"kind":"choice","options":"a"}""", 400)]
    public async Task A_poll_that_asks_nothing_is_refused(string poll, int status)
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        using var content = new StringContent($$"""{"clientId":"{{Guid.NewGuid()}}","body":"Which?","poll":{{poll}}}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await ana.Http.PostAsync($"/rooms/{room}/messages", content, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    static async Task<string> PollAsync(Person who, string room) =>
        (await who.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop)).GetProperty("items")[0].GetProperty("poll").GetRawText();
}
