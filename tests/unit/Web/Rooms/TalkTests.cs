using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteTalkTests(WebApp app) : TalkTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlTalkTests(PostgreSqlWebApp app) : TalkTests(app), IClassFixture<PostgreSqlWebApp>;

/// <summary>Rooms for two: asked for, accepted first, and nobody else's.</summary>
public abstract class TalkTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_asks_the_other_says_yes_and_the_two_talk()
    {
        var (ana, joe, editor) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("eve", Duties.Editor));
        using var browser = new Browser(ana.Http);
        var empty = await browser.FillAsync(ToAsk(joe), ("Input.Words", " \u200b "));
        var asked = await AskAsync(ana, joe, "About **your** garden");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (empty.Status, asked.Status));
        await app.ToldAsync(joe, "asks to talk with you");

        var request = await RequestAsync(ana, joe);
        var seen = await new Browser(joe.Http).OpenAsync(request);
        Assert.Contains("About **your** garden", seen.Page.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(editor.Http).OpenAsync(request)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(ana, request, "Accept")).Status);
        var room = (await ActAsync(joe, request, "Accept")).Goes!;
        await app.ToldAsync(ana, "you have a room for two");

        Assert.Contains($"You and {joe.Member.Name}", (await browser.OpenAsync(room)).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"You and {ana.Member.Name}", await joe.Http.GetStringAsync("/rooms", Stop), StringComparison.Ordinal);
        using var said = await ana.SayAsync(Slug(room), "Shall we meet among the beans?");
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        await app.ToldAsync(joe, "wrote to you in your room for two");
        // Pressed again, and asked again: there is one room.
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(joe, request, "Accept")).Status);
        Assert.Equal(room, (await new Browser(joe.Http).OpenAsync(ToAsk(ana))).Goes);
        Assert.Equal(1, await app.InDbAsync(db => db.Rooms.CountAsync(r => r.Pair == Room.PairOf(ana.Member.Id, joe.Member.Id), Stop)));
    }

    [Fact]
    public async Task For_everybody_else_the_room_is_not_there()
    {
        var (ana, joe, kim, editor) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"), await app.PersonAsync("eve", Duties.Administrator));
        var room = await TalkAsync(ana, joe);
        using var said = await ana.SayAsync(room, "Only for you");

        foreach (var http in new[] { kim.Http, editor.Http })
        {
            foreach (var path in new[] { "", "/messages", "/messages.md", "/join", "/end", "/people", "/settings", "/topics", "/register", "/export", "/poll", "/messages/1/history", "/messages/1/work", "/messages/1/jargon" })
            {
                using var read = await http.GetAsync($"/rooms/{room}{path}", Stop);
                Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
            }
            foreach (var list in new[] { "/rooms", "/rooms?closed=true", $"/members/{ana.Member.Handle}", "/activity" })
                Assert.DoesNotContain(room, await http.GetStringAsync(list, Stop), StringComparison.Ordinal);
        }
        // Not even the two of them open it to others.
        foreach (var http in new[] { ana.Http, joe.Http })
            foreach (var path in new[] { "/settings", $"/people/{joe.Member.Handle}" })
            {
                using var read = await http.GetAsync($"/rooms/{room}{path}", Stop);
                Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
            }
        Assert.Equal(HttpStatusCode.NotFound, (await InviteAsync(ana, room, kim)).Status);
        await using var listener = await LiveClient.AtAsync(app.Address, editor.Cookies);
        Assert.EndsWith("not-found", (await Assert.ThrowsAsync<HubException>(() => listener.JoinAsync(room))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_is_left_in_peace_and_nobody_learns_of_it()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        await AskAsync(ana, joe, "Talk to me");
        var request = await RequestAsync(ana, joe);
        Assert.Equal("/rooms", (await ActAsync(joe, request, "Decline", ("forGood", "true"))).Goes);

        Assert.Contains("no answer yet", (await new Browser(ana.Http).OpenAsync(request)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(request, (await new Browser(ana.Http).OpenAsync(ToAsk(joe))).Goes);
        await app.InDbAsync(db => db.TalkRequests.Where(r => r.FromId == ana.Member.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.At, DateTimeOffset.UtcNow - TalkRequest.Waits), Stop));
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(ana, joe, "Talk to me still")).Status);

        var second = await RequestAsync(ana, joe);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await new Browser(ana.Http).OpenAsync(second)).Status, (await new Browser(joe.Http).OpenAsync(second)).Status));
        Assert.DoesNotContain("Talk to me still", await joe.Http.GetStringAsync("/rooms", Stop), StringComparison.Ordinal);
        Assert.Contains(ana.Member.Handle, await joe.Http.GetStringAsync("/account/talks", Stop), StringComparison.Ordinal);
        // When the one who said no asks, both want it.
        Assert.StartsWith("/rooms/two-", (await AskAsync(joe, ana, "I changed my mind")).Goes, StringComparison.Ordinal);
        Assert.DoesNotContain(ana.Member.Handle, await joe.Http.GetStringAsync("/account/talks", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_ask_each_other_at_once_get_one_room()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var answers = await Task.WhenAll(AskAsync(ana, joe, "You?"), AskAsync(joe, ana, "You?"), AskAsync(ana, joe, "You?"));

        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict }));
        Assert.Equal(1, await app.InDbAsync(db => db.Rooms.CountAsync(r => r.Pair == Room.PairOf(ana.Member.Id, joe.Member.Id), Stop)));
        Assert.Equal(2, await app.InDbAsync(db => db.RoomMemberships.CountAsync(m => db.Rooms.Any(r => r.Id == m.RoomId && r.Pair == Room.PairOf(ana.Member.Id, joe.Member.Id)), Stop)));
    }

    [Fact]
    public async Task One_ends_it_or_leaves_and_both_can_want_it_again()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await TalkAsync(ana, joe);
        Assert.Equal($"/rooms/{room}/end", (await new Browser(ana.Http).OpenAsync($"/rooms/{room}/join")).Goes);
        await using var listener = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await listener.JoinAsync(room);
        Assert.Equal("/rooms", (await ActAsync(joe, $"/rooms/{room}/end", "Leave")).Goes);

        using var late = await ana.SayAsync(room, "Still there?");
        using var gone = await joe.Http.GetAsync($"/rooms/{room}/messages", Stop);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (late.StatusCode, gone.StatusCode));
        Assert.NotNull((await new Browser(ana.Http).OpenAsync($"/rooms/{room}")).Page.QuerySelector($"main a[href='{ToAsk(joe)}']"));
        await listener.ToldAsync("removed", 1);

        await AskAsync(ana, joe, "Once more?");
        Assert.Equal($"/rooms/{room}", (await ActAsync(joe, await RequestAsync(ana, joe), "Accept")).Goes);
        using var again = await joe.SayAsync(room, "Here I am");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_be_asked_is_not()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var form = await new Browser(ana.Http).OpenAsync(ToAsk(joe));
        using var browser = new Browser(joe.Http);
        var page = await browser.OpenAsync("/account/talks");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/account/talks", page.Fields().Where(f => f.Key != "Wished"))).Status);

        Assert.Null((await new Browser(ana.Http).OpenAsync($"/members/{joe.Member.Handle}")).Page.QuerySelector($"a[href='{ToAsk(joe)}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(ana.Http).OpenAsync(ToAsk(joe))).Status);
        var late = await new Browser(ana.Http).SendAsync(ToAsk(joe), form.Fields(), ("Input.Words", "Please"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Please", late.Page.GetElementById("Input_Words")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_report_by_one_of_the_two_shows_an_editor_that_message_and_no_other()
    {
        var (ana, joe, editor) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("eve", Duties.Editor));
        var room = await TalkAsync(ana, joe);
        using var kind = await joe.SayAsync(room, "The quiet words");
        using var rude = await joe.SayAsync(room, "The rude words");
        var id = await app.InDbAsync(db => db.Messages.Where(m => m.Room.Slug == room && m.Seq == 2).Select(m => m.Id).SingleAsync(Stop));

        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(editor.Http).OpenAsync($"/report/message/{id}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(ana.Http).FillAsync($"/report/message/{id}", ("Input.Reason", "Disrespect"))).Status);
        var desk = await editor.Http.GetStringAsync("/admin/reports", Stop);

        Assert.Contains("The rude words", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("The quiet words", desk, StringComparison.Ordinal);
        Assert.DoesNotContain(room, desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_member_leaves_no_name_in_the_room_and_no_request()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await TalkAsync(ana, joe);
        await AskAsync(joe, kim, "You too?");
        await app.EraseAsync(joe.Member.Id);

        var page = await new Browser(ana.Http).OpenAsync($"/rooms/{room}");
        Assert.Equal("You and a member", page.Page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(joe.Member.Handle, page.Body, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector(".notice"));
        Assert.False(await app.InDbAsync(db => db.TalkRequests.AnyAsync(r => r.FromId == joe.Member.Id || r.ToId == joe.Member.Id, Stop)));
    }

    static string ToAsk(Person who) => $"/members/{who.Member.Handle}/talk";

    static string Slug(string address) => address["/rooms/".Length..];

    static Task<Answer> AskAsync(Person from, Person to, string words) =>
        SendAsync(from, ToAsk(to), ("Input.Words", words));

    static Task<Answer> ActAsync(Person who, string path, string handler, params (string, string)[] fields) => SendAsync(who, $"{path}?handler={handler}", fields);

    static Task<Answer> InviteAsync(Person by, string room, Person who) => SendAsync(by, $"/rooms/{room}/people?handler=Invite", ("Handle", who.Member.Handle));

    // The token is in the person's headers.
    static Task<Answer> SendAsync(Person who, string path, params (string, string)[] fields) => new Browser(who.Http).SendAsync(path, [], fields);

    Task<string> RequestAsync(Person from, Person to) => app.InDbAsync(async db =>
        $"/rooms/requests/{await db.TalkRequests.Where(r => r.FromId == from.Member.Id && r.ToId == to.Member.Id).OrderByDescending(r => r.At).Select(r => r.Id).FirstAsync(Stop)}");

    async Task<string> TalkAsync(Person ana, Person joe)
    {
        await AskAsync(ana, joe, "Shall we talk?");
        return Slug((await AskAsync(joe, ana, "Shall we talk?")).Goes!);
    }
}
