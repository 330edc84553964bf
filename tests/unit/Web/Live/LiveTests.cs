using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Rooms;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Live;

public sealed class LiveTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_listeners_hear_what_is_said_in_order_and_the_same()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await using var first = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var second = await LiveClient.AtAsync(app.Address);
        await first.JoinAsync(room);
        await second.JoinAsync(room);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? ana : joe).SayAsync(room, $"{n}")));
        var heard = await first.ToldAsync("message", 20);
        var alsoHeard = await second.ToldAsync("message", 20);

        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), heard.Select(m => m.GetProperty("seq").GetInt64()));
        Assert.Equal(heard.Select(m => m.ToString()), alsoHeard.Select(m => m.ToString()));
        Assert.All(heard, m => Assert.Equal(room, m.GetProperty("room").GetString()));
    }

    [Fact]
    public async Task What_is_told_is_what_the_log_holds()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        await using var listener = await LiveClient.AtAsync(app.Address);
        await listener.JoinAsync(room);

        using var posted = await ana.SayAsync(room, "Good **morning**");
        var item = await posted.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(Stop);
        var told = (await listener.ToldAsync("message", 1))[0].EnumerateObject().ToDictionary(p => p.Name, p => p.Value);

        Assert.True(told.Remove("room"));
        Assert.Equal(item!.OrderBy(p => p.Key).Select(p => $"{p}"), told.OrderBy(p => p.Key).Select(p => $"{p}"));
    }

    [Fact]
    public async Task Edits_deletions_and_reactions_are_told_as_changes()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        await using var listener = await LiveClient.AtAsync(app.Address);
        await ana.SayAsync(room, "Tomatos");
        await listener.JoinAsync(room);

        await ana.Http.PatchAsJsonAsync($"/rooms/{room}/messages/1", new { body = "Tomatoes" }, Stop);
        Assert.Equal("Tomatoes", (await listener.ToldAsync("messageChanged", 1))[0].GetProperty("body").GetString());
        await ana.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop);

        var gone = (await listener.ToldAsync("messageChanged", 2))[1];
        Assert.True(gone.GetProperty("deleted").GetBoolean());
        Assert.Equal("", gone.GetProperty("html").GetString());
    }

    [Fact]
    public async Task Joining_says_where_the_room_stands_and_who_is_there()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await ana.SayAsync(room, "Hello");
        await using var first = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var second = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await using var visitor = await LiveClient.AtAsync(app.Address);
        await first.JoinAsync(room);

        var joined = await second.JoinAsync(room);
        var looked = await visitor.JoinAsync(room);

        Assert.Equal((room, 1, 1, true), (joined.GetProperty("slug").GetString(), joined.GetProperty("lastSeq").GetInt64(), joined.GetProperty("lastRev").GetInt64(), joined.GetProperty("canPost").GetBoolean()));
        Assert.Equal(new[] { ana.Member.Handle, joe.Member.Handle }.Order(), joined.GetProperty("present").EnumerateArray().Select(h => h.GetString()!));
        Assert.False(looked.GetProperty("canPost").GetBoolean());
        Assert.Equal(joe.Member.Handle, (await first.ToldAsync("presence", 1))[0].GetProperty("handle").GetString());
    }

    [Fact]
    public async Task Who_leaves_hears_no_more_and_is_seen_to_go()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await using var first = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var second = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await first.JoinAsync(room);
        await second.JoinAsync(room);

        await second.TypeAsync(room);
        Assert.Equal(joe.Member.Handle, (await first.ToldAsync("typing", 1))[0].GetProperty("handle").GetString());
        await second.LeaveAsync(room);
        Assert.False((await first.ToldAsync("presence", 2))[1].GetProperty("here").GetBoolean());
        await ana.SayAsync(room, "Gone?");
        await first.ToldAsync("message", 1);

        Assert.Empty(second.Told("message"));
        Assert.Empty(second.Told("typing"));
    }

    [Theory]
    [InlineData("no-such-room")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("../admin")]
    public async Task A_room_that_is_not_there_cannot_be_joined(string? room)
    {
        await using var listener = await LiveClient.AtAsync(app.Address);

        var refused = await Assert.ThrowsAsync<HubException>(() => listener.JoinAsync(room));

        Assert.EndsWith("not-found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_or_leaving_before_joining_does_nothing()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        await using var inside = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var outside = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await inside.JoinAsync(room);

        await outside.TypeAsync(room);
        await outside.LeaveAsync(room);
        await ana.SayAsync(room, "Still fine");
        await inside.ToldAsync("message", 1);

        Assert.Empty(inside.Told("typing"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_signed_out_everywhere_or_suspended_is_cut_within_a_second(bool suspended)
    {
        var (ana, joe, admin, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("eve", Duties.Administrator), await app.RoomAsync());
        await using var cut = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await using var other = await LiveClient.AtAsync(app.Address, joe.Cookies);
        await cut.JoinAsync(room);
        await other.JoinAsync(room);

        await app.InDbAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == ana.Member.Id);
            if (suspended)
                member.SuspendBy(admin.Member, "Shouting", DateTimeOffset.UtcNow);
            else
                member.SignOutEverywhere();
            return await db.SaveChangesAsync();
        });
        await cut.ClosedAsync().WaitAsync(Quick.Following, Stop);
        await joe.SayAsync(room, "Where is Ana?");

        await other.ToldAsync("message", 1);
        Assert.Empty(cut.Told("message"));
    }

    [Fact]
    public async Task A_reader_who_cannot_keep_up_is_closed_and_holds_nobody_up()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        await using var quick = await LiveClient.AtAsync(app.Address);
        await quick.JoinAsync(room);
        using var slow = new ClientWebSocket();
        slow.Options.SetBuffer(1024, 1024);
        await slow.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/live" }.Uri, Stop);
        await SendAsync(slow, """{"protocol":"json","version":1}""");
        await SendAsync(slow, $$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{room}}"]}""");

        // It never reads. The kernel's buffers fill, then the connection's, then its queue.
        const int many = 1_000;
        var long_ = new string('x', 9_000);
        for (var n = 0; n < many; n += 50)
            await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await ana.SayAsync(room, long_)).EnsureSuccessStatusCode()));

        Assert.Equal(many, (await quick.ToldAsync("message", many)).Count);
        // What the server had already sent can still be read; then it ends, long before the last message.
        var bytes = 0L;
        var buffer = new byte[65_536];
        try
        {
            while (true)
            {
                var got = await slow.ReceiveAsync(buffer.AsMemory(), Stop);
                if (got.MessageType == WebSocketMessageType.Close)
                    break;
                bytes += got.Count;
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a word, as it should be.
        }
        Assert.InRange(bytes, 0, many * 18_000L - 1);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("""{"type":1,"target":"Drop tables","arguments":[]}""")]
    [InlineData("""{"type":1,"target":"Join","arguments":[{"a":1},2,3]}""")]
    public async Task A_malformed_frame_hurts_nobody_else(string frame)
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        await using var other = await LiveClient.AtAsync(app.Address);
        await other.JoinAsync(room);
        using var odd = new ClientWebSocket();
        await odd.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/live" }.Uri, Stop);
        await SendAsync(odd, """{"protocol":"json","version":1}""");

        await SendAsync(odd, frame);
        await ana.SayAsync(room, "All well");

        await other.ToldAsync("message", 1);
    }

    static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text + '\u001e'), WebSocketMessageType.Text, true, Stop);
}
