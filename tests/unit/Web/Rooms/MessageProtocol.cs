using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteMessageProtocolTests(WebApp app) : MessageProtocol(app), IClassFixture<WebApp>;

public sealed class PostgreSqlMessageProtocolTests(PostgreSqlWebApp app) : MessageProtocol(app), IClassFixture<PostgreSqlWebApp>;

/// <summary>The public contract of a room's log. One subclass a database.</summary>
public abstract class MessageProtocol(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_message_is_created_and_answered_whole()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var clientId = Guid.NewGuid();

        using var answer = await ana.PostAsync(room, new { clientId, body = "Good **morning**\nall", topic = "Greetings" });
        var item = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal((1, 1), (item.GetProperty("seq").GetInt64(), item.GetProperty("rev").GetInt64()));
        Assert.Equal(clientId, item.GetProperty("clientId").GetGuid());
        Assert.Equal("Greetings", item.GetProperty("topic").GetString());
        Assert.Equal(ana.Member.Handle, item.GetProperty("author").GetProperty("handle").GetString());
        Assert.Equal("Ana", item.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("Good **morning**\nall", item.GetProperty("body").GetString());
        Assert.Contains("<strong>morning</strong><br", item.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("editedAt").ValueKind);
        Assert.False(item.GetProperty("deleted").GetBoolean());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("replyToSeq").ValueKind);
        Assert.Empty(item.GetProperty("reactions").EnumerateObject());
        Assert.Equal(item.ToString(), (await LogAsync(room)).GetProperty("items")[0].ToString());
    }

    [Fact]
    public async Task The_same_again_is_the_same_message()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var message = new { clientId = Guid.NewGuid(), body = "Once" };

        using var first = await ana.PostAsync(room, message);
        using var again = await ana.PostAsync(room, message);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((await JsonAsync(first)).ToString(), (await JsonAsync(again)).ToString());
        Assert.Equal(1, (await LogAsync(room)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_client_id_stands_for_one_body_only()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        var clientId = Guid.NewGuid();
        using var first = await ana.PostAsync(room, new { clientId, body = "One" });

        using var other = await ana.PostAsync(room, new { clientId, body = "Two" });
        using var ofAnother = await joe.PostAsync(room, new { clientId, body = "Two" });

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.Created, ofAnother.StatusCode);
    }

    [Fact]
    public async Task Many_at_once_with_one_client_id_are_one_message()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var message = new { clientId = Guid.NewGuid(), body = "Now" };

        var codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await ana.PostAsync(room, message)).StatusCode));

        Assert.Single(codes, HttpStatusCode.Created);
        Assert.Equal(19, codes.Count(c => c == HttpStatusCode.OK));
        Assert.Equal(1, (await LogAsync(room)).GetProperty("lastSeq").GetInt64());
    }

    [Fact]
    public async Task Many_senders_at_once_get_places_without_a_gap()
    {
        var room = await app.RoomAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.PersonAsync("ana")));

        await Task.WhenAll(people.Select(async (who, i) =>
        {
            for (var n = 0; n < 10; n++)
                (await who.SayAsync(room, $"{i}-{n}")).EnsureSuccessStatusCode();
        }));

        var items = (await LogAsync(room, "?limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), items.Select(i => i.GetProperty("seq").GetInt64()));
        foreach (var one in items.GroupBy(i => i.GetProperty("author").GetProperty("handle").GetString()))
            Assert.Equal(Enumerable.Range(0, 10), one.Select(i => int.Parse(i.GetProperty("body").GetString()!.Split('-')[1], null)));
    }

    [Fact]
    public async Task A_form_does_what_json_does()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        (await ana.SayAsync(room, "First")).EnsureSuccessStatusCode();

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["clientId"] = Guid.NewGuid().ToString(), ["body"] = "By form", ["replyToSeq"] = "1" });
        using var answer = await ana.Http.PostAsync($"/rooms/{room}/messages", form, Stop);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(1, (await JsonAsync(answer)).GetProperty("replyToSeq").GetInt64());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reads_and_does_not_write()
    {
        var room = await app.RoomAsync();
        using var visitor = app.Visitor();

        using var read = await visitor.GetAsync($"/rooms/{room}/messages", Stop);
        using var write = await visitor.PostAsJsonAsync($"/rooms/{room}/messages", new { clientId = Guid.NewGuid(), body = "Hello" }, Stop);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, write.StatusCode);
    }

    [Fact]
    public async Task A_cookie_without_the_token_of_our_page_does_not_write()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        ana.Http.DefaultRequestHeaders.Remove("RequestVerificationToken");

        using var answer = await ana.SayAsync(room, "Forged");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, (await LogAsync(room)).GetProperty("lastSeq").GetInt64());
    }

    [Fact]
    public async Task A_room_that_is_not_there_is_not_found()
    {
        var ana = await app.PersonAsync("ana");

        using var posted = await ana.SayAsync("no-such-room", "Hello");
        using var read = await ana.Http.GetAsync("/rooms/no-such-room/messages", Stop);
        using var marked = await ana.Http.PutAsJsonAsync("/rooms/no-such-room/read", new { seq = 1 }, Stop);

        Assert.All([posted, read, marked], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task A_closed_room_says_so()
    {
        var (ana, editor, room) = (await app.PersonAsync("ana"), await app.PersonAsync("eve", Duties.Editor), await app.RoomAsync());
        await app.InDbAsync(async db =>
        {
            (await db.Rooms.SingleAsync(r => r.Slug == room)).CloseBy(editor.Member, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        using var answer = await ana.SayAsync(room, "Hello?");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("closed", (await JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"body":"No id"}""", 422, "clientId")]
    [InlineData("""{"clientId":"not-a-uuid","body":"x"}""", 422, "clientId")]
    [InlineData("""{"clientId":"00000000-0000-0000-0000-000000000000","body":"x"}""", 422, "clientId")]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001"}""", 422, "body")]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001","body":" \u200b\n "}""", 422, "body")]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001","body":"x","replyToSeq":-4}""", 422, "replyToSeq")]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001","body":"x","replyToSeq":9999}""", 409, null)]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001","body":"x","replyToSeq":99999999999999999999}""", 400, null)]
    [InlineData("""{"clientId":5,"body":"x"}""", 400, null)]
    [InlineData("""{"clientId":"0197a1c2-0000-7000-8000-000000000001","body":"\ud800"}""", 400, null)]
    [InlineData("""{"clientId":""", 400, null)]
    [InlineData("null", 400, null)]
    [InlineData("[]", 400, null)]
    [InlineData("", 400, null)]
    public async Task What_cannot_be_a_message_is_refused_with_a_reason(string json, int status, string? field)
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());

        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await ana.Http.PostAsync($"/rooms/{room}/messages", content, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (field is not null)
            Assert.NotEqual(0, (await JsonAsync(answer)).GetProperty("errors").GetProperty(field).GetArrayLength());
        Assert.Equal(0, (await LogAsync(room)).GetProperty("lastRev").GetInt64());
    }

    [Theory]
    [InlineData(10_000, 201)]
    [InlineData(10_001, 422)]
    [InlineData(100_000, 422)]
    [InlineData(2_000_000, 413)]
    public async Task A_message_is_as_long_as_it_may_be_and_no_longer(int length, int status)
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());

        using var said = new HttpRequestMessage(HttpMethod.Post, $"/rooms/{room}/messages") { Content = JsonContent.Create(new { clientId = Guid.NewGuid(), body = new string('x', length) }) };
        // The server does not wait for the rest of what is too much, and a client that is still sending may miss the answer.
        said.Headers.ExpectContinue = true;
        using var answer = await ana.Http.SendAsync(said, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_neither_json_nor_a_form_is_refused()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());

        using var content = new StringContent("Hello", Encoding.UTF8, "text/plain");
        using var answer = await ana.Http.PostAsync($"/rooms/{room}/messages", content, Stop);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("?after=-1")]
    [InlineData("?after=abc")]
    [InlineData("?after=99999999999999999999999")]
    [InlineData("?before=1e3")]
    [InlineData("?afterRev=%00")]
    [InlineData("?limit=0")]
    [InlineData("?limit=201")]
    [InlineData("?after=1&after=2")]
    [InlineData("?after=1&afterRev=1")]
    public async Task A_forged_question_is_refused(string query)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync($"/rooms/{await app.RoomAsync()}/messages{query}", Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await JsonAsync(answer)).GetProperty("errors").EnumerateObject());
    }

    [Fact]
    public async Task The_log_is_read_in_parts_from_either_end()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        for (var n = 1; n <= 7; n++)
            (await ana.SayAsync(room, $"{n}")).EnsureSuccessStatusCode();

        Assert.Equal("5, 6, 7…", await PlacesAsync(room, "?limit=3"));
        Assert.Equal("2, 3, 4…", await PlacesAsync(room, "?limit=3&before=5"));
        Assert.Equal("1", await PlacesAsync(room, "?limit=3&before=2"));
        Assert.Equal("3, 4, 5…", await PlacesAsync(room, "?limit=3&after=2"));
        Assert.Equal("6, 7", await PlacesAsync(room, "?limit=3&after=5"));
        Assert.Equal("", await PlacesAsync(room, "?after=9000000000000000000"));
    }

    [Fact]
    public async Task Catching_up_brings_edits_and_deletions_in_the_order_of_the_changes()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        for (var n = 1; n <= 3; n++)
            (await ana.SayAsync(room, $"{n}")).EnsureSuccessStatusCode();
        (await ana.Http.PatchAsJsonAsync($"/rooms/{room}/messages/2", new { body = "two" }, Stop)).EnsureSuccessStatusCode();
        (await ana.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop)).EnsureSuccessStatusCode();

        var since = await LogAsync(room, "?afterRev=2");

        var items = since.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([3, 2, 1], items.Select(i => i.GetProperty("seq").GetInt64()));
        Assert.Equal([3, 4, 5], items.Select(i => i.GetProperty("rev").GetInt64()));
        Assert.Equal(5, since.GetProperty("lastRev").GetInt64());
        Assert.True(items[2].GetProperty("deleted").GetBoolean());
        Assert.Equal("", items[2].GetProperty("body").GetString() + items[2].GetProperty("html").GetString());
    }

    [Fact]
    public async Task Only_the_author_edits_and_another_member_deletes_nothing()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        (await ana.SayAsync(room, "Mine")).EnsureSuccessStatusCode();

        using var edit = await joe.Http.PatchAsJsonAsync($"/rooms/{room}/messages/1", new { body = "His" }, Stop);
        using var delete = await joe.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop);
        using var empty = await ana.Http.PatchAsJsonAsync($"/rooms/{room}/messages/1", new { body = "  " }, Stop);
        using var missing = await ana.Http.PatchAsJsonAsync($"/rooms/{room}/messages/2", new { body = "x" }, Stop);

        Assert.Equal([409, 409, 422, 404], new[] { edit, delete, empty, missing }.Select(a => (int)a.StatusCode));
        Assert.Equal("Mine", (await LogAsync(room)).GetProperty("items")[0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_reaction_is_put_once_and_taken_back()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        (await ana.SayAsync(room, "Sixty families now")).EnsureSuccessStatusCode();
        var thanks = $"/rooms/{room}/messages/1/reactions/thanks";

        await joe.Http.PutAsync(thanks, null, Stop);
        using var twice = await joe.Http.PutAsync(thanks, null, Stop);
        Assert.Equal([joe.Member.Handle], (await JsonAsync(twice)).GetProperty("reactions").GetProperty("thanks").EnumerateArray().Select(h => h.GetString()));

        using var back = await joe.Http.DeleteAsync(thanks, Stop);
        Assert.Empty((await JsonAsync(back)).GetProperty("reactions").EnumerateObject());

        using var unknown = await joe.Http.PutAsync($"/rooms/{room}/messages/1/reactions/dislike", null, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
    }

    [Fact]
    public async Task Edits_and_posts_at_once_share_the_numbers_without_a_gap()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        (await ana.SayAsync(room, "0")).EnsureSuccessStatusCode();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async n =>
        {
            using var done = (n % 3) switch
            {
                0 => await ana.Http.PatchAsJsonAsync($"/rooms/{room}/messages/1", new { body = $"edit {n}" }, Stop),
                1 => await joe.SayAsync(room, $"{n}"),
                _ => await joe.Http.PutAsync($"/rooms/{room}/messages/1/reactions/{(n % 2 == 0 ? "thanks" : "agree")}", null, Stop),
            };
            done.EnsureSuccessStatusCode();
        }));

        var log = await LogAsync(room);
        // 11 posts, 10 edits, 2 different reactions.
        Assert.Equal((11, 23), (log.GetProperty("lastSeq").GetInt64(), log.GetProperty("lastRev").GetInt64()));
    }

    [Fact]
    public async Task The_read_mark_moves_forward_on_all_devices()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        for (var n = 0; n < 3; n++)
            (await ana.SayAsync(room, "x")).EnsureSuccessStatusCode();

        Assert.Equal(2, await MarkAsync(2));
        Assert.Equal(2, await MarkAsync(1));
        Assert.Equal(3, await MarkAsync(1_000_000));
        using var negative = await ana.Http.PutAsJsonAsync($"/rooms/{room}/read", new { seq = -1 }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, negative.StatusCode);

        async Task<long> MarkAsync(long seq)
        {
            using var answer = await ana.Http.PutAsJsonAsync($"/rooms/{room}/read", new { seq }, Stop);
            return (await JsonAsync(answer)).GetProperty("seq").GetInt64();
        }
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_nothing_half()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async n =>
        {
            using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(n % 7));
            try
            {
                using var _ = await ana.Http.PostAsJsonAsync($"/rooms/{room}/messages", new { clientId = Guid.NewGuid(), body = $"{n}" }, impatient.Token);
            }
            catch (OperationCanceledException)
            {
                // That is the point.
            }
        }));
        (await ana.SayAsync(room, "last")).EnsureSuccessStatusCode();

        var log = await LogAsync(room, "?limit=200");
        var seqs = log.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("seq").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(n => (long)n), seqs);
        Assert.Equal(seqs.Count, log.GetProperty("lastRev").GetInt64());
    }

    async Task<string> PlacesAsync(string room, string query)
    {
        var log = await LogAsync(room, query);
        var seqs = log.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("seq").GetInt64());
        return string.Join(", ", seqs) + (log.GetProperty("more").GetBoolean() ? "…" : "");
    }

    async Task<JsonElement> LogAsync(string room, string query = "")
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync($"/rooms/{room}/messages{query}", Stop);
        return await JsonAsync(answer);
    }

    static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
}
