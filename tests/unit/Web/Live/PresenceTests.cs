using System.Net;
using System.Net.Http.Json;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Live;

/// <summary>Who is seen in a room is for each to choose.</summary>
public sealed class PresenceTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_does_not_wish_to_be_seen_is_neither_present_nor_typing()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await ChooseAsync(joe, presence: false, reading: false);
        await using var looking = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var hidden = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await looking.JoinAsync(room);

        var joined = await hidden.JoinAsync(room);
        await hidden.TypeAsync(room);
        await hidden.LeaveAsync(room);
        await joe.SayAsync(room, "I was here");
        await looking.ToldAsync("message", 1);

        Assert.Equal([ana.Member.Handle], joined.GetProperty("present").EnumerateArray().Select(h => h.GetString()));
        Assert.Empty(looking.Told("presence"));
        Assert.Empty(looking.Told("typing"));
    }

    [Fact]
    public async Task The_choice_holds_at_once_in_windows_that_are_open()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await using var looking = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var seen = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await looking.JoinAsync(room);
        await seen.JoinAsync(room);

        await ChooseAsync(joe, presence: false, reading: false);
        await looking.ToldAsync("presence", 2);
        await ChooseAsync(joe, presence: true, reading: false);
        var told = await looking.ToldAsync("presence", 3);

        Assert.Equal([true, false, true], told.Select(p => p.GetProperty("here").GetBoolean()));
        Assert.All(told, p => Assert.Equal(joe.Member.Handle, p.GetProperty("handle").GetString()));
    }

    [Fact]
    public async Task How_far_somebody_has_read_shows_only_when_they_wish()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe, kim);
        await ChooseAsync(joe, presence: true, reading: true);
        await ana.SayAsync(room, "Read me");
        await using var looking = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await looking.JoinAsync(room);

        await kim.Http.PutAsJsonAsync($"/rooms/{room}/read", new { seq = 1 }, Stop);
        await joe.Http.PutAsJsonAsync($"/rooms/{room}/read", new { seq = 1 }, Stop);
        var told = await looking.ToldAsync("read", 1);
        var page = await new Browser(ana.Http).OpenAsync($"/rooms/{room}");

        Assert.Equal(joe.Member.Handle, Assert.Single(told).GetProperty("handle").GetString());
        Assert.Equal([joe.Member.Handle], page.Page.QuerySelectorAll("[data-reader]").Select(r => r.GetAttribute("data-reader")));
    }

    static async Task ChooseAsync(Person who, bool presence, bool reading)
    {
        var page = await new Browser(who.Http).OpenAsync("/account/presence");
        var hidden = page.Fields().Where(f => f.Key is not ("Presence" or "Reading")).ToList();
        List<(string, string)> ticks = [];
        if (presence)
            ticks.Add(("Presence", "true"));
        if (reading)
            ticks.Add(("Reading", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(who.Http).SendAsync("/account/presence", hidden, [.. ticks])).Status);
    }
}
