using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Live;
using HealthDoers.Web.Pages.Rooms.Jargon;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteJargonTests(WebApp app) : JargonTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlJargonTests(PostgreSqlWebApp app) : JargonTests(app), IClassFixture<PostgreSqlWebApp>;

public abstract class JargonTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_without_a_name_shows_its_meaning_to_all_within_a_second_and_the_author_is_told()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await ana.SayAsync(room, "Bring your run chart");
        await using var listener = await LiveClient.AtAsync(app.Address, ana.Cookies);
        await listener.JoinAsync(room);

        var raised = Stopwatch.StartNew();
        using var answer = await RaiseAsync(joe, room, "run chart");
        var told = (await listener.ToldAsync("jargon", 1))[0];

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.True(raised.Elapsed < Quick.Following, $"It took {raised.Elapsed}.");
        Assert.Equal((room, 1, "run chart"), (told.GetProperty("room").GetString(), told.GetProperty("seq").GetInt32(), told.GetProperty("term").GetString()));
        Assert.NotEmpty(told.GetProperty("meaning").GetString()!);
        Assert.Equal(2, (await listener.ToldAsync("messageChanged", 1))[0].GetProperty("rev").GetInt32());
        await app.ToldAsync(ana, "a word of yours explained");
        var page = await new Browser(ana.Http).OpenAsync($"/rooms/{room}");
        Assert.NotNull(page.Page.QuerySelector(".jargon [data-card-author]:not([hidden])"));
    }

    [Fact]
    public async Task Nothing_that_is_stored_told_or_answered_differs_by_who_raised_a_card_without_a_name()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe, kim);
        await ana.SayAsync(room, "Bring your run chart");
        await ana.SayAsync(room, "Bring your run chart");
        await using var listener = await LiveClient.AtAsync(app.Address, kim.Cookies);
        await listener.JoinAsync(room);
        var before = (Joe: await TracesAsync(joe.Member), Kim: await TracesAsync(kim.Member), Ana: await TracesAsync(ana.Member));

        using var byJoe = await RaiseAsync(joe, room, "run chart", seq: 1);
        await listener.ToldAsync("jargon", 1);
        using var byAuthor = await RaiseAsync(ana, room, "run chart", seq: 2);
        var told = await listener.ToldAsync("jargon", 2);
        await Eventually.UntilAsync(() => app.InDbAsync(async db => await db.Notifications.CountAsync(n => n.MemberId == ana.Member.Id && db.Rooms.Any(r => r.Id == n.SubjectId && r.Slug == room), Stop) == 2));

        // Who raised the first is on no row that they were not on before; the author's own two notices are the author's.
        Assert.Equal((before.Joe, before.Kim), (await TracesAsync(joe.Member), await TracesAsync(kim.Member)));
        Assert.Equal(Shape(told[0]), Shape(told[1]));
        Assert.Equal(await Headers(byJoe), await Headers(byAuthor));
        var cards = await app.InDbAsync(db => db.Messages.Where(m => m.Room.Slug == room).SelectMany(m => m.Cards).ToListAsync(Stop));
        Assert.All(cards, card => Assert.Null(card.ById));
        Assert.DoesNotContain(await app.InDbAsync(db => db.Notifications.Where(n => n.MemberId == ana.Member.Id).ToListAsync(Stop)), n => n.ActorId is not null);

        static string Shape(JsonElement told) => string.Join(',', told.EnumerateObject().Select(p => p.Name == "seq" ? "seq" : $"{p.Name}={p.Value}"));
        static async Task<string> Headers(HttpResponseMessage answer) => string.Join(',', answer.Headers.Select(h => h.Key).Order()) + await answer.Content.ReadAsStringAsync(Stop);
    }

    [Fact]
    public async Task A_card_without_a_name_waits_for_a_moment_of_chance()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Open);
        await using var listener = await LiveClient.AtAsync(app.Address);
        await listener.JoinAsync(room);
        for (var n = 1; n <= CardPace.AtOnce; n++)
            await ana.SayAsync(room, $"Word{n} of mine");
        var shown = new List<TimeSpan>();
        for (var n = 1; n <= CardPace.AtOnce; n++)
        {
            var raised = Stopwatch.StartNew();
            await RaiseAsync(joe, room, $"Word{n}", seq: n);
            await listener.ToldAsync("jargon", n);
            shown.Add(raised.Elapsed);
        }

        // Five equal waits to within 20 ms are one chance in many thousands.
        Assert.True(shown.Max() - shown.Min() > TimeSpan.FromMilliseconds(20), string.Join(", ", shown));
    }

    [Fact]
    public async Task A_card_with_a_name_says_it_and_goes_when_its_raiser_puts_it_away()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await ana.SayAsync(room, "Bring your run chart");

        await RaiseAsync(joe, room, "run chart", named: true);
        var card = (await ItemAsync(ana, room)).GetProperty("jargon")[0];
        Assert.Equal(joe.Member.Handle, card.GetProperty("by").GetProperty("handle").GetString());
        using var away = await joe.Http.DeleteAsync($"/rooms/{room}/messages/1/cards/{card.GetProperty("id").GetGuid()}", Stop);

        Assert.Equal(HttpStatusCode.OK, away.StatusCode);
        Assert.Empty((await ItemAsync(ana, room)).GetProperty("jargon").EnumerateArray());
    }

    [Fact]
    public async Task A_message_as_a_whole_gets_the_terms_that_the_glossary_knows()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await ana.SayAsync(room, "Bring your run chart and the aim");
        await ana.SayAsync(room, "Mumble mumble");

        await RaiseAsync(joe, room, "", named: true, seq: 1);
        await RaiseAsync(joe, room, "", named: true, seq: 2);

        Assert.Equal(["aim", "run chart"], Words(await ItemAsync(ana, room, 1)));
        Assert.Equal([""], Words(await ItemAsync(ana, room, 2)));

        static IEnumerable<string> Words(JsonElement item) => item.GetProperty("jargon").EnumerateArray().Select(c => c.GetProperty("word").GetString()!);
    }

    [Fact]
    public async Task A_word_the_glossary_lacks_waits_for_an_editor_whose_answer_drops_in_everywhere()
    {
        var (ana, joe, editor) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("mira", Duties.Editor));
        var (first, second) = (await app.RoomOfAsync(ana, RoomAudience.Private, joe), await app.RoomOfAsync(ana, RoomAudience.Open));
        var word = $"zorble{Guid.NewGuid():N}"[..14];
        await ana.SayAsync(first, $"Mind the {word}");
        await ana.SayAsync(second, $"{word.ToUpperInvariant()} again");
        await RaiseAsync(joe, first, word, named: true);
        await RaiseAsync(joe, second, word.ToUpperInvariant(), named: true);
        await using var listener = await LiveClient.AtAsync(app.Address);
        await listener.JoinAsync(second);

        var desk = await new Browser(editor.Http).OpenAsync("/admin/asked");
        Assert.Contains($"{word}", desk.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(first, desk.Body, StringComparison.Ordinal);
        var path = $"/admin/asked/answer?key={word}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await new Browser(editor.Http).FillFirstAsync(path, ("Input.Plain", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Browser(editor.Http).FillFirstAsync(path, ("Input.Plain", "A small made-up thing."))).Status);

        await Eventually.UntilAsync(() => Task.FromResult(listener.Told("jargon").Exists(told => told.GetProperty("meaning").GetString() == "A small made-up thing.")));
        // Room after room.
        await Eventually.UntilAsync(async () => (await ItemAsync(joe, first)).GetProperty("jargon")[0].GetProperty("meanings").TryGetProperty("en", out var meaning) && meaning.GetString() == "A small made-up thing.");
        Assert.Contains(word, (await app.Browser().OpenAsync("/glossary")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(editor.Http).OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(joe.Http).OpenAsync("/admin/asked")).Status);
    }

    [Fact]
    public async Task Too_many_cards_a_word_that_is_not_there_and_a_room_that_is_not_yours_are_refused()
    {
        var (ana, joe, stranger) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("sam"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await ana.SayAsync(room, "One two three four five six");

        Assert.Equal(404, await StatusAsync(stranger, "One"));
        Assert.Equal(409, await StatusAsync(joe, "seven"));
        Assert.Equal(422, await StatusAsync(joe, new('x', 61)));
        Assert.Equal(404, await StatusAsync(joe, "One", seq: 99));
        for (var n = 0; n < CardPace.AtOnce; n++)
            Assert.Equal(202, await StatusAsync(joe, "One"));
        using var much = await RaiseAsync(joe, room, "two");
        Assert.Equal(HttpStatusCode.TooManyRequests, much.StatusCode);
        Assert.True(much.Headers.RetryAfter?.Delta > TimeSpan.Zero);

        async Task<int> StatusAsync(Person who, string word, long seq = 1)
        {
            using var answer = await RaiseAsync(who, room, word, seq: seq);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task Without_script_a_card_is_raised_on_a_page_and_a_wrong_word_stays_in_its_box()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.MembersOnly, joe);
        await ana.SayAsync(room, "Bring your run chart");
        var path = $"/rooms/{room}/messages/1/jargon";
        Assert.Contains(path, (await new Browser(joe.Http).OpenAsync($"/rooms/{room}")).Body, StringComparison.Ordinal);

        var refused = await new Browser(joe.Http).FillAsync(path, ("Input.Word", "bar chart"));
        var raised = await new Browser(joe.Http).FillAsync(path, ("Input.Word", "run chart"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (refused.Status, raised.Status));
        Assert.Contains("bar chart", refused.Body, StringComparison.Ordinal);
        await Eventually.UntilAsync(async () => (await ItemAsync(ana, room)).GetProperty("jargon").GetArrayLength() == 1);
    }

    static Task<HttpResponseMessage> RaiseAsync(Person who, string room, string word, bool named = false, long seq = 1) =>
        who.Http.PostAsJsonAsync($"/rooms/{room}/messages/{seq}/cards", new { word, named }, Stop);

    static async Task<JsonElement> ItemAsync(Person who, string room, int seq = 1) =>
        (await who.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop)).GetProperty("items")[seq - 1];

    /// <summary>How often anything in the database names this member, by id or handle.</summary>
    Task<int> TracesAsync(Member member) => app.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(Stop);
        var traces = 0;
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync(Stop);
            while (await rows.ReadAsync(Stop))
                for (var column = 0; column < rows.FieldCount; column++)
                    if (rows.GetValue(column) is not byte[] and var value && $"{value}" is var said
                        && (said.Contains($"{member.Id}", StringComparison.OrdinalIgnoreCase) || said.Contains(member.Handle, StringComparison.Ordinal)))
                        traces++;
        }
        return traces;
    });
}
