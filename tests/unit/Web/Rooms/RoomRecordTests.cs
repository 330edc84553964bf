using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Commands;
using HealthDoers.Tests.Web.Files;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteRoomRecordTests(WebApp app) : RoomRecordTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlRoomRecordTests(PostgreSqlWebApp app) : RoomRecordTests(app), IClassFixture<PostgreSqlWebApp>;

/// <summary>What a room keeps and hands out: copies, former words, files, reports.</summary>
public abstract class RoomRecordTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_goes_in_by_import_and_its_copy_equals_what_went_in()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomAsync();
        string[] lines =
        [
            Line("m1", "2024-05-01T09:30:00+00:00", "Bea", "Who has *seeds* to share? <b>please</b>", topic: "Seeds & more"),
            Line("m2", "2024-05-01T09:31:07+00:00", "Cy", "I do.\n\n- beans\n- peas", topic: "Seeds & more", replyTo: "m1"),
            Line("m3", "2024-05-01T09:32:00+00:00", "Bea", "🌻 \"thanks\"", replyTo: "m2"),
        ];
        await Imports.MessagesAsync(app.Services.GetRequiredService<IDbContextFactory<AppDb>>(), room, lines);

        var copy = (await ana.Http.GetStringAsync($"/rooms/{room}/messages.jsonl", Stop)).TrimEnd().Split('\n');
        Assert.Equal(lines.Select(l => Without(l, "")), copy.Select(l => Without(l, room)));

        var topic = await ana.Http.GetStringAsync($"/rooms/{room}/messages.md?topic=Seeds%20%26%20more", Stop);
        Assert.Contains("> Who has *seeds* to share? <b>please</b>\n", topic, StringComparison.Ordinal);
        Assert.DoesNotContain("🌻", topic, StringComparison.Ordinal);

        var page = await ana.Http.GetStringAsync($"/rooms/{room}/messages.html", Stop);
        Assert.Contains("<em>seeds</em>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>please", page, StringComparison.Ordinal);
        Assert.Contains("answers Bea", page, StringComparison.Ordinal);

        using var document = JsonDocument.Parse(await ana.Http.GetStringAsync($"/rooms/{room}/messages.json", Stop));
        Assert.Equal(3, document.RootElement.GetProperty("messages").GetArrayLength());
        Assert.Equal(4, (await new Browser(ana.Http).OpenAsync($"/rooms/{room}/export")).Page.QuerySelectorAll("a[download]").Length / 3);
    }

    [Fact]
    public async Task Only_those_who_read_a_room_take_a_copy_of_it()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private);
        var open = await app.RoomAsync();
        await ana.SayAsync(room, "Between us");

        using var refused = await joe.Http.GetAsync($"/rooms/{room}/messages.md", Stop);
        using var visitor = app.Visitor();
        using var asVisitor = await visitor.GetAsync($"/rooms/{open}/messages.json", Stop);
        using var unknown = await ana.Http.GetAsync($"/rooms/{room}/messages.exe", Stop);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, unknown.StatusCode));
        Assert.Contains(asVisitor.StatusCode, new[] { HttpStatusCode.Found, HttpStatusCode.Unauthorized });
        Assert.Contains("Between us", await ana.Http.GetStringAsync($"/rooms/{room}/messages.md", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Former_words_are_for_those_who_read_the_room_and_deleted_ones_for_few()
    {
        var (ana, joe, kim, stranger) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"), await app.PersonAsync("sam"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe, kim);
        var history = $"/rooms/{room}/messages/1/history";
        await joe.SayAsync(room, "First thought");
        using (await joe.Http.PatchAsJsonAsync($"/rooms/{room}/messages/1", new { body = "Second thought" }, Stop)) { }

        var seen = await new Browser(kim.Http).OpenAsync(history);
        Assert.Contains("First thought", seen.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(stranger.Http).OpenAsync(history)).Status);

        using (await joe.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop)) { }
        Assert.DoesNotContain("thought", (await new Browser(kim.Http).OpenAsync(history)).Body, StringComparison.Ordinal);
        Assert.Contains("Second thought", (await new Browser(ana.Http).OpenAsync(history)).Body, StringComparison.Ordinal);

        await app.EraseAsync(joe.Member.Id);
        Assert.DoesNotContain("thought", (await new Browser(ana.Http).OpenAsync(history)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_message_is_read_and_taken_down_by_an_editor_also_where_the_room_is_closed_to_them()
    {
        var (ana, joe, mira) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("mira", Duties.Editor));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await joe.SayAsync(room, "Something unkind");
        await joe.SayAsync(room, "Something secret");
        var (unkind, secret) = await app.InDbAsync(async db => (
            await db.Messages.Where(m => m.Body == "Something unkind" && m.Room.Slug == room).Select(m => m.Id).SingleAsync(Stop),
            await db.Messages.Where(m => m.Body == "Something secret" && m.Room.Slug == room).Select(m => m.Id).SingleAsync(Stop)));

        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(mira.Http).OpenAsync($"/report/message/{secret}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(ana.Http).FillAsync($"/report/message/{unkind}", ("Input.Reason", "Disrespect"))).Status);

        var desk = await new Browser(mira.Http).OpenAsync("/admin/reports");
        var report = desk.Page.QuerySelectorAll("main article").Single(a => a.TextContent.Contains("Something unkind", StringComparison.Ordinal));
        Assert.DoesNotContain("Something secret", desk.Body, StringComparison.Ordinal);
        var decided = await new Browser(mira.Http).SendAsync("/admin/reports", Answer.FieldsOf(report.QuerySelector("form")!), ("why", "Unkind"), ("outcome", "Hidden"));
        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);

        var log = await ana.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop);
        Assert.True(log.GetProperty("items")[0].GetProperty("deleted").GetBoolean());
        Assert.Equal(3, log.GetProperty("lastRev").GetInt32());
        Assert.Equal(1, await app.InDbAsync(db => db.ModerationRecords.CountAsync(r => r.TargetId == unkind, Stop)));
    }

    [Fact]
    public async Task A_picture_is_for_those_who_read_the_room_and_goes_with_its_message()
    {
        var (ana, joe, stranger, mira) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("sam"), await app.PersonAsync("mira", Duties.Editor));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        var kept = await UploadAsync(ana, room, Pictures.Png(40, 30), "beds.png");
        var ticket = kept.GetProperty("ticket").GetString();

        using var undescribed = await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Look", files = new[] { new { ticket, description = " " } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undescribed.StatusCode);
        using var said = await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "", files = new[] { new { ticket, description = "Raised beds behind the school" } } });
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        var item = await said.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("Raised beds behind the school", item.GetProperty("body").GetString());
        var url = item.GetProperty("files")[0].GetProperty("url").GetString()!;

        Assert.NotNull((await new Browser(joe.Http).OpenAsync($"/rooms/{room}")).Page.QuerySelector($"img[src='{url}'][alt='Raised beds behind the school']"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await SeenAsync(joe, url), await SeenAsync(stranger, url), await SeenAsync(mira, url)));

        // Knowing the address, or another's ticket, brings nothing into a room of one's own.
        var own = await app.RoomOfAsync(stranger, RoomAudience.Private);
        using var stolen = await stranger.PostAsync(own, new { clientId = Guid.NewGuid(), body = "Mine", files = new[] { new { ticket, description = "Stolen" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.StatusCode);

        using (await ana.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop)) { }
        Assert.Equal(HttpStatusCode.NotFound, await SeenAsync(joe, url));
    }

    [Theory]
    [InlineData("run.exe", "MZ")]
    [InlineData("page.html", "<script>alert(1)</script>")]
    [InlineData("notes.pdf", "not a pdf")]
    [InlineData("notes.txt", "a\0b")]
    [InlineData("empty.txt", "")]
    public async Task What_is_no_picture_and_no_document_is_refused_with_what_is_taken(string name, string content)
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomAsync();

        using var answer = await SendAsync(ana, room, System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("errors", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_handed_out_as_a_file_and_never_shown_as_a_page()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomAsync();
        var kept = await UploadAsync(ana, room, "name,count\nbeans,3\n"u8.ToArray(), "beds.csv");
        using var said = await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = "Our count", files = new[] { new { ticket = kept.GetProperty("ticket").GetString(), description = "How many beds" } } });

        using var file = await ana.Http.GetAsync(kept.GetProperty("url").GetString(), Stop);

        Assert.Equal(("attachment", "text/csv"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Without_a_script_a_file_goes_with_the_form_and_is_not_lost_when_the_form_is_refused()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomAsync();
        var page = await new Browser(ana.Http).OpenAsync($"/rooms/{room}");
        var fields = Answer.FieldsOf(page.Page.QuerySelector("form.composer")!).ToList();

        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields.Where(f => f.Key != "Input.Body"))
            form.Add(new StringContent(value), key);
        form.Add(new StringContent("The beds"), "Input.Body");
        form.Add(new ByteArrayContent(Pictures.Png(41, 30)), "Input.File", "beds.png");
        var refused = await Answer.OfAsync(await ana.Http.PostAsync($"/rooms/{room}", form, Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        var again = await new Browser(ana.Http).SendAsync($"/rooms/{room}", Answer.FieldsOf(refused.Page.QuerySelector("form.composer")!).ToList(), ("Input.Description", "Six raised beds"));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.NotNull((await new Browser(ana.Http).OpenAsync($"/rooms/{room}")).Page.QuerySelector("img[alt='Six raised beds']"));
    }

    [Fact]
    public async Task A_preview_is_drawn_as_the_message_will_be()
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomAsync();

        using var drawn = await ana.Http.PostAsJsonAsync($"/rooms/{room}/preview", new { body = "**Beans** <script>" }, Stop);
        Assert.Equal("<p><strong>Beans</strong> &lt;script&gt;</p>\n", (await drawn.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("html").GetString());

        var page = await new Browser(ana.Http).OpenAsync($"/rooms/{room}");
        var shown = await new Browser(ana.Http).SendAsync($"/rooms/{room}?handler=Preview", Answer.FieldsOf(page.Page.QuerySelector("form.composer")!).ToList(), ("Input.Body", "**Beans**"));
        Assert.Equal("Beans", shown.Page.QuerySelector("[data-preview] strong")!.TextContent);
        Assert.Equal("**Beans**", shown.Page.QuerySelector("#Input_Body")!.TextContent);
    }

    static string Line(string id, string at, string author, string text, string? topic = null, string? replyTo = null) =>
        JsonSerializer.Serialize(new { externalId = id, at, author, topic, text, replyTo });

    /// <summary>The fields of a line in one order; the name of the room says where it is, not what was said.</summary>
    static string Without(string line, string room)
    {
        using var read = JsonDocument.Parse(line);
        if (room.Length > 0)
            Assert.Equal(room, read.RootElement.GetProperty("room").GetString());
        return string.Join('|', new[] { "externalId", "at", "author", "topic", "text", "replyTo" }
            .Select(name => read.RootElement.TryGetProperty(name, out var value) ? value.ToString() : ""));
    }

    static async Task<HttpStatusCode> SeenAsync(Person who, string url)
    {
        using var answer = await who.Http.GetAsync(url, Stop);
        return answer.StatusCode;
    }

    static async Task<HttpResponseMessage> SendAsync(Person who, string room, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await who.Http.PostAsync($"/rooms/{room}/files", form, Stop);
    }

    static async Task<JsonElement> UploadAsync(Person who, string room, byte[] content, string name)
    {
        using var answer = await SendAsync(who, room, content, name);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
