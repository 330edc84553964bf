using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteCircleWebTests(WebApp app) : CircleWebTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlCircleWebTests(PostgreSqlWebApp app) : CircleWebTests(app), IClassFixture<PostgreSqlWebApp>;

public abstract class CircleWebTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_circle_opens_fills_and_goes_round_on_plain_forms_and_each_step_is_told()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await using var listener = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await listener.JoinAsync(room);
        var opened = await new Browser(ana.Http).FillAsync($"/rooms/{room}/circle", ("Input.Prompt", "Who is missing here?"), ("Input.Seconds", "60"), ("Input.Rounds", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);

        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(joe, room, "Join"));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(joe, room, "Begin"));
        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(ana, room, "Begin"));
        using var early = await joe.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Me first", replyToSeq = 1 });
        using var inTurn = await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "I begin", replyToSeq = 1 });
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Created), (early.StatusCode, inTurn.StatusCode));
        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(ana, room, "Done"));
        Assert.Equal(HttpStatusCode.SeeOther, await ActAsync(joe, room, "Pass"));

        var told = (await listener.ToldAsync("messageChanged", 4))[^1].GetProperty("circle");
        Assert.True(told.GetProperty("ended").GetBoolean());
        Assert.Equal(["Spoke", "Passed"], told.GetProperty("seats").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(joe, room, "Join"));
    }

    [Fact]
    public async Task A_turn_whose_time_is_up_goes_to_the_next()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await new Browser(ana.Http).FillAsync($"/rooms/{room}/circle", ("Input.Prompt", "What now?"), ("Input.Seconds", "60"), ("Input.Rounds", "1"));
        await ActAsync(joe, room, "Join");
        await ActAsync(ana, room, "Begin");

        await app.InDbAsync(db => db.Circles.Where(c => db.Messages.Any(m => m.Id == c.MessageId && m.Room.Slug == room))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TurnEndsAt, DateTimeOffset.UtcNow.AddSeconds(-1)), Stop));

        await Eventually.UntilAsync(async () => (await ana.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop))
            .GetProperty("items")[0].GetProperty("circle").GetProperty("turn").GetString() == joe.Member.Handle);
    }

    static async Task<HttpStatusCode> ActAsync(Person who, string room, string act)
    {
        var page = await new Browser(who.Http).OpenAsync($"/rooms/{room}");
        var hidden = Answer.FieldsOf(page.Page.QuerySelector("#m-1 [data-circle-form]")!).ToList();
        return (await new Browser(who.Http).SendAsync($"/rooms/{room}/messages/1/circle", hidden, ("act", act))).Status;
    }
}
