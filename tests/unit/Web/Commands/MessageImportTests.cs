using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Importing;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class MessageImportTests(PostgreSqlServer server)
{
    const string Hello = """{"externalId":"m1","at":"2024-05-01T09:30:00Z","author":"Ana Flores","topic":"Gardens","text":"Who has seeds?"}""";
    const string Answer = """{"externalId":"m2","at":"2024-05-01T11:31:00+02:00","author":"Bea","text":"I do.","replyTo":"m1"}""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Talk_keeps_its_order_its_times_and_who_answers_whom_under_marked_names(string provider)
    {
        await using var db = await WithRoomsAsync(provider);

        var (tally, said) = await Imports.MessagesAsync(db, "welcome", Hello, Answer);

        Assert.Equal(new Tally(Imported: 2), tally);
        Assert.Empty(said);
        var log = await LogAsync(db);
        Assert.Equal([(1, "Gardens", "Who has seeds?", null), (2, "", "I do.", 1)], log.Select(m => (m.Seq, m.Topic, m.Body, m.ReplyToSeq)));
        Assert.Equal([new(2024, 5, 1, 9, 30, 0, TimeSpan.Zero), new(2024, 5, 1, 9, 31, 0, TimeSpan.Zero)], log.Select(m => m.CreatedAt));
        Assert.Equal([("imported_ana_flores", "Ana Flores (imported)"), ("imported_bea", "Bea (imported)")], log.Select(m => (m.Author.Handle, m.Author.Name)));
        Assert.All(log, m => Assert.Equal((Origin.Import, Audience.Nobody), (m.Author.Origin, m.Author.Profile.SeenBy)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Again_it_updates_what_changed_and_never_doubles(string provider)
    {
        await using var db = await WithRoomsAsync(provider);
        await Imports.MessagesAsync(db, "welcome", Hello, Answer);

        var (tally, _) = await Imports.MessagesAsync(db, "welcome", Hello, Answer.Replace("I do.", "I do, many.", StringComparison.Ordinal),
            """{"externalId":"m3","at":"2024-05-02T09:30:00Z","author":"Bea","text":"Come on Monday.","replyTo":"m1"}""");

        Assert.Equal(new Tally(Imported: 1, Updated: 1, Unchanged: 1), tally);
        var log = await LogAsync(db);
        Assert.Equal([(1, 1, "Who has seeds?", null), (2, 3, "I do, many.", 1), (3, 4, "Come on Monday.", 1)], log.Select(m => (m.Seq, m.Rev, m.Body, m.ReplyToSeq)));
        Assert.Equal(2, log.Select(m => m.AuthorId).Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_was_deleted_here_does_not_come_back()
    {
        await using var db = await WithRoomsAsync("Sqlite");
        await Imports.MessagesAsync(db, "welcome", Hello);
        await using (var context = db.CreateDbContext())
        {
            (await context.Messages.Include(m => m.Room).SingleAsync(Stop)).DeleteBy(DomainPeople.Editor(), DomainPeople.Monday);
            await context.SaveChangesAsync(Stop);
        }

        var (tally, _) = await Imports.MessagesAsync(db, "welcome", Hello);

        Assert.Equal(new Tally(Unchanged: 1), tally);
        Assert.Equal("", Assert.Single(await LogAsync(db)).Body);
    }

    [Fact]
    public async Task A_bad_line_is_reported_with_its_number_and_skipped()
    {
        await using var db = await WithRoomsAsync("Sqlite");

        var (tally, said) = await Imports.MessagesAsync(db, "welcome",
            Hello,
            """{"externalId":"2","author":"A","text":"When?"}""",
            """{"externalId":"3","at":"1/2/2024 9:00","author":"A","text":"Which month?"}""",
            """{"externalId":"4","at":"2124-05-01T09:30:00Z","author":"A","text":"Not yet"}""",
            """{"externalId":"5","at":"2024-05-01T09:30:00Z","text":"Nobody"}""",
            """{"externalId":"6","at":"2024-05-01T09:30:00Z","author":"A","text":" \u200B "}""",
            $$"""{"externalId":"7","at":"2024-05-01T09:30:00Z","author":"A","text":"{{new string('x', 10_001)}}"}""",
            """{"at":"2024-05-01T09:30:00Z","author":"A","text":"No id"}""",
            Hello);

        Assert.Equal(new Tally(Imported: 1, Skipped: 8), tally);
        Assert.Equal(Enumerable.Range(2, 8), said.Select(s => int.Parse(s.Split(' ', ':')[1], null)));
        Assert.All(said, s => Assert.EndsWith("; skipped", s, StringComparison.Ordinal));
        Assert.Contains("line 7: has a text longer than 10,000 characters; skipped", said);
    }

    [Fact]
    public async Task Too_long_a_topic_and_an_answer_to_nothing_are_warnings()
    {
        await using var db = await WithRoomsAsync("Sqlite");

        var (tally, said) = await Imports.MessagesAsync(db, "welcome",
            $$"""{"externalId":"1","at":"2024-05-01","author":"A","topic":"{{new string('x', 119)}}🌻","text":"One","replyTo":"never"}""");

        Assert.Equal((new Tally(Imported: 1), 2), (tally, said.Count));
        var message = Assert.Single(await LogAsync(db));
        Assert.Equal((new string('x', 119), null), (message.Topic, message.ReplyToSeq));
    }

    [Fact]
    public async Task Names_that_spell_alike_are_different_people_and_a_handle_of_a_member_is_left_to_them()
    {
        await using var db = await WithRoomsAsync("Sqlite");
        await using (var context = db.CreateDbContext())
        {
            context.Add(new HandleClaim("imported_bea"));
            await context.SaveChangesAsync(Stop);
        }
        static string By(string author, int n) => $$"""{"externalId":"{{n}}","at":"2024-05-01","author":"{{author}}","text":"Hello"}""";

        await Imports.MessagesAsync(db, "welcome", By("Bea", 1), By("béa", 2), By("Bea", 3), By("日本 a name that is longer than any handle", 4));

        var handles = (await LogAsync(db)).Select(m => m.Author.Handle).ToList();
        Assert.Equal(["imported_bea2", "imported_bea3", "imported_bea2"], handles[..3]);
        Assert.StartsWith("imported_", handles[3], StringComparison.Ordinal);
        Assert.True(Handle.TryRead(handles[3], out _));
    }

    [Fact]
    public async Task A_line_goes_to_its_own_room_where_there_is_one()
    {
        await using var db = await WithRoomsAsync("Sqlite");
        static string In(string room, int n) => $$"""{"externalId":"{{n}}","at":"2024-05-01","author":"A","text":"Hello","room":"{{room}}"}""";

        await Imports.MessagesAsync(db, "welcome", In("gardens", 1), In("elsewhere", 2));
        var (tally, said) = await Imports.MessagesAsync(db, null, In("gardens", 1), In("elsewhere", 2));

        Assert.Equal([("gardens", "1"), ("welcome", "2")], (await LogAsync(db)).Select(m => (m.Room.Slug, m.ExternalId!)));
        Assert.Equal(new Tally(Unchanged: 1, Skipped: 1), tally);
        Assert.Equal(["line 2: names no room of this site; --room gives one for such lines; skipped"], said);
    }

    [Fact]
    public async Task A_room_that_is_not_there_is_said_in_a_sentence()
    {
        await using var db = await WithRoomsAsync("Sqlite");

        var failed = await Assert.ThrowsAsync<VerbFailedException>(() => Imports.MessagesAsync(db, "nowhere", Hello));

        Assert.Equal((CommandLine.Failed, true), (failed.ExitCode, failed.Message.StartsWith("There is no room \"nowhere\" here.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Old_talk_does_not_make_a_room_lively()
    {
        await using var db = await WithRoomsAsync("Sqlite");

        await Imports.MessagesAsync(db, "welcome", Hello);

        await using var look = db.CreateDbContext();
        var room = await look.Rooms.SingleAsync(r => r.Slug == "welcome", Stop);
        Assert.Equal((DomainPeople.Monday, 1), (room.LastActiveAt, room.LastSeq));
    }

    async Task<Db> WithRoomsAsync(string provider)
    {
        var db = await Db.OnAsync(provider, server);
        await using var context = db.CreateDbContext();
        foreach (var slug in new[] { "welcome", "gardens" })
            context.Add(new Room(slug, new() { ["en"] = new(slug, "To talk.") }, DomainPeople.Monday));
        await context.SaveChangesAsync(Stop);
        return db;
    }

    static async Task<List<Message>> LogAsync(Db db)
    {
        await using var look = db.CreateDbContext();
        return await look.Messages.Include(m => m.Author).Include(m => m.Room).OrderBy(m => m.Room.Slug).ThenBy(m => m.Seq).ToListAsync(Stop);
    }
}
