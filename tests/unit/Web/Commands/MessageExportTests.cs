using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Commands.Importing;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class MessageExportTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Importing_an_export_again_changes_nothing(string provider)
    {
        await using var db = await TalkAsync(await Db.OnAsync(provider, server));

        var lines = await ExportAsync(db);
        var (again, said) = await Imports.MessagesAsync(db, "welcome", lines);

        Assert.Equal((4, new Tally(Unchanged: 4)), (lines.Length, again));
        Assert.Empty(said);
        Assert.Equal(lines, await ExportAsync(db));
    }

    [Fact]
    public async Task An_export_carries_the_talk_to_another_site()
    {
        await using var here = await TalkAsync(await Db.SqliteAsync());
        await using var there = await TalkAsync(await Db.SqliteAsync(), says: false);

        var lines = await ExportAsync(here);
        var (tally, said) = await Imports.MessagesAsync(there, null, lines);

        Assert.Equal(new Tally(Imported: 4), tally);
        Assert.Empty(said);
        Assert.Equal(lines, await ExportAsync(there));
    }

    [Fact]
    public async Task What_a_member_said_is_never_overwritten()
    {
        await using var db = await TalkAsync(await Db.SqliteAsync());

        var (tally, said) = await Imports.MessagesAsync(db, null, [.. (await ExportAsync(db)).Select(l => l.Replace("Hello", "Buy my pills", StringComparison.Ordinal))]);

        Assert.Equal(new Tally(Unchanged: 3, Skipped: 1), tally);
        Assert.EndsWith("is a message that a member of this site wrote, and only they change it; skipped", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_is_not_in_it_and_who_left_has_no_name()
    {
        await using var db = await TalkAsync(await Db.SqliteAsync());

        var lines = await ExportAsync(db);

        Assert.DoesNotContain(lines, l => l.Contains("Secret", StringComparison.Ordinal));
        Assert.Contains("\"author\":\"A member\"", Assert.Single(lines, l => l.Contains("Farewell", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\"author\":\"Bea\"", Assert.Single(lines, l => l.Contains("From elsewhere", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    /// <summary>Two rooms; an answer, a deleted message, one by a member who left and an imported one.</summary>
    static async Task<Db> TalkAsync(Db db, bool says = true)
    {
        var (ana, joe) = (DomainPeople.Ana(), DomainPeople.Joe());
        await using (var context = db.CreateDbContext())
        {
            var welcome = new Room("welcome", new() { ["en"] = new("Welcome", "To say hello.") }, DomainPeople.Monday);
            var gardens = new Room("gardens", new() { ["en"] = new("Gardens", "To grow things.") }, DomainPeople.Monday);
            context.AddRange(ana, joe, welcome, gardens);
            if (says)
            {
                var secret = welcome.Post(ana, Posting("Secret"), DomainPeople.Monday);
                context.AddRange(secret,
                    welcome.Post(ana, Posting("Hello \"all\"\n\n🌻"), DomainPeople.Monday),
                    welcome.Post(ana, Posting("To myself", topic: "Echo", replyTo: 2), DomainPeople.Monday),
                    gardens.Post(joe, Posting("Farewell"), DomainPeople.Monday));
                secret.DeleteBy(ana, DomainPeople.Monday);
                joe.Erase(DomainPeople.Monday);
            }
            await context.SaveChangesAsync(Stop);
        }
        if (says)
            await Imports.MessagesAsync(db, "gardens", """{"externalId":"m1","at":"2024-05-01","author":"Bea","text":"From elsewhere"}""");
        return db;
    }

    static Posting Posting(string body, string topic = "", long? replyTo = null) => new(Guid.CreateVersion7(), body, topic, replyTo);

    static async Task<string[]> ExportAsync(Db db)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var progress = new Progress("messages");
            await new MessageExport(db, progress).WriteAsync(path, Stop);
            return await File.ReadAllLinesAsync(path, Stop);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
