using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands.Importing;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class StoryImportTests(PostgreSqlServer server)
{
    const string Garden = """{"externalId":"g1","title":"A garden","kind":"failForward","body":"It rained.","place":"Maywood","lat":41.8,"lon":"-87.8","topics":["food-access","snails"],"url":"https://example.org/g","license":"CC BY 4.0","skills":["le"],"behaviours":[17,99]}""";

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_story_is_published_under_Imported_with_where_it_came_from(string provider)
    {
        await using var db = await WithTopicAsync(provider);

        var (tally, said) = await Imports.JsonAsync(db, Garden);

        Assert.Equal(new Tally(Imported: 1), tally);
        var story = await StoryAsync(db, "g1");
        Assert.True(story.IsPublic);
        Assert.Equal(("imported", Origin.Import), (story.Author.Handle, story.Origin));
        Assert.Equal(("https://example.org/g", "CC BY 4.0"), (story.Content.Source!.Url, story.Content.Source.License));
        Assert.Equal(StoryKind.FailForward, story.Kind);
        Assert.Equal(new StoryPlace("Maywood", "maywood", 41.8, -87.8), story.Content.Place);
        Assert.Equal(["food-access"], story.Content.Topics);
        Assert.Equal(["snails"], story.Content.Tags);
        Assert.Equal(["LE"], story.Content.Skills);
        Assert.Equal(["line 1: \"snails\" is no topic here, so it becomes a free tag", "line 1: \"99\" is not a behaviour (1 to 28), so it is left out"], said);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Again_it_updates_what_changed_and_never_doubles(string provider)
    {
        await using var db = await WithTopicAsync(provider);
        await Imports.JsonAsync(db, Garden, """{"externalId":"g2","title":"Another"}""");

        var (tally, _) = await Imports.JsonAsync(db, Garden, """{"externalId":"g2","title":"Another","advice":"Begin small."}""", """{"externalId":"g3","title":"Another"}""");

        Assert.Equal(new Tally(Imported: 1, Updated: 1, Unchanged: 1), tally);
        await using var look = db.CreateDbContext();
        Assert.Equal(["a-garden", "another", "another-2"], await look.Stories.OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Begin small.", 2), ((await StoryAsync(db, "g2")).Content.Words.Advice, (await StoryAsync(db, "g2")).Version));
    }

    [Fact]
    public async Task A_bad_line_is_reported_with_its_number_and_skipped()
    {
        await using var db = await Db.SqliteAsync();

        var (tally, said) = await Imports.JsonAsync(db,
            """{"externalId":"1","title":"One"}""",
            "{broken",
            "",
            "[1]",
            """{"externalId":"2"}""",
            """{"title":"No id"}""",
            """{"externalId":"1","title":"Doubled"}""",
            $$"""{"externalId":"3","title":"{{new string('x', 201)}}"}""",
            $$"""{"externalId":"4","title":"Long","body":"{{new string('x', 100_001)}}"}""",
            """{"externalId":"5","title":"Half \ud800"}""",
            $$"""{"externalId":"6","title":"{{new string('x', 5 * 1024 * 1024)}}"}""",
            """{"externalId":"7","title":{"a":1}}""",
            """{"externalId":"8","title":"Last"}""");

        Assert.Equal(new Tally(Imported: 2, Skipped: 10), tally);
        Assert.Equal([2, 4, 5, 6, 7, 8, 9, 10, 11, 12], said.Select(s => int.Parse(s.Split(' ', ':')[1], null)).Order());
        Assert.All(said, s => Assert.EndsWith("; skipped", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_member_wrote_is_never_overwritten()
    {
        await using var db = await Db.SqliteAsync();
        var ana = DomainPeople.Ana();
        var story = DomainPeople.GardenBy(ana);
        await using (var context = db.CreateDbContext())
        {
            context.AddRange(ana, story);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var (tally, said) = await Imports.JsonAsync(db, $$"""{"externalId":"{{story.Id}}","title":"Buy my pills"}""", $$"""{"externalId":"x","title":"Another"}""");

        Assert.Equal(new Tally(Imported: 1, Skipped: 1), tally);
        Assert.Equal(["line 1: is a story that a member of this site wrote, and only they change it; skipped"], said);
        await using var look = db.CreateDbContext();
        Assert.Equal(story.Title, (await look.Stories.SingleAsync(s => s.Id == story.Id, TestContext.Current.CancellationToken)).Title);
    }

    [Fact]
    public async Task What_a_line_does_not_speak_of_stays_as_it_is()
    {
        await using var db = await Db.SqliteAsync();
        await Imports.JsonAsync(db, Garden);

        await Imports.JsonAsync(db, """{"externalId":"g1","title":"A better title","license":""}""");

        var content = (await StoryAsync(db, "g1")).Content;
        Assert.Equal(("A better title", "It rained.", "Maywood"), (content.Words.Title, content.Words.Body, content.Place!.Name));
        Assert.Equal(("https://example.org/g", null), (content.Source!.Url, content.Source.License));
    }

    [Fact]
    public async Task Unknown_words_and_points_are_warnings()
    {
        await using var db = await Db.SqliteAsync();

        var (tally, said) = await Imports.JsonAsync(db,
            """{"externalId":"1","title":"T","kind":"poem","place":"X","lat":91,"lon":1,"url":"javascript:alert(1)","fromYear":"long ago","language":"<b>"}""");

        Assert.Equal(new Tally(Imported: 1), tally);
        Assert.Equal(6, said.Count);
        var content = (await StoryAsync(db, "1")).Content;
        Assert.Equal((StoryKind.Story, "en", new StoryPlace("X", "x"), null, null), (content.Kind, content.Language, content.Place, content.Source, content.FromYear));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public async Task A_table_has_a_header_quotes_and_a_bar_between_list_values(char separator)
    {
        await using var db = await WithTopicAsync("Sqlite");
        var text = "\uFEFFexternalId,TITLE,body,topics\r\n1,\"Soup, \"\"hot\"\"\",\"one\r\n\r\ntwo\",food-access|snails\r\n\r\n2,,no title,\r\n3,Last,,"
            .Replace(',', separator).Replace($"Soup{separator}", "Soup,", StringComparison.Ordinal);

        var (tally, said) = await Imports.CsvAsync(db, text);

        Assert.Equal(new Tally(Imported: 2, Skipped: 1), tally);
        Assert.Contains("line 6: has no title; skipped", said);
        var content = (await StoryAsync(db, "1")).Content;
        Assert.Equal(("Soup, \"hot\"", "one\n\ntwo"), (content.Words.Title, content.Words.Body));
        Assert.Equal(["food-access"], content.Topics);
        Assert.Equal(["snails"], content.Tags);
    }

    [Fact]
    public async Task A_quote_that_never_ends_is_reported_and_published_by_nobody()
    {
        await using var db = await WithTopicAsync("Sqlite");

        var (tally, said) = await Imports.CsvAsync(db, "externalId,title,kind\n1,Closed,story\n2,\"unclosed,story\n");

        Assert.Equal(new Tally(Imported: 1, Skipped: 1), tally);
        Assert.Contains(said, line => line.StartsWith("line 3: ", StringComparison.Ordinal) && line.Contains("a quote that never ends", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_stories_of_one_title_each_get_an_address_of_their_own()
    {
        await using var db = await Db.SqliteAsync();
        string[] Lines(int from) => [.. Enumerable.Range(from, 500).Select(i => $$"""{"externalId":"{{i}}","title":"Same"}""")];

        await Imports.JsonAsync(db, Lines(0));
        var (tally, _) = await Imports.JsonAsync(db, Lines(500));

        Assert.Equal(500, tally.Imported);
        await using var look = db.CreateDbContext();
        Assert.Equal(1000, await look.StorySlugs.CountAsync(TestContext.Current.CancellationToken));
        Assert.True(await look.StorySlugs.AnyAsync(s => s.Slug == "same-1000", TestContext.Current.CancellationToken));
    }

    async Task<Db> WithTopicAsync(string provider)
    {
        var db = await Db.OnAsync(provider, server);
        await using var context = db.CreateDbContext();
        context.Topics.Add(new Topic("food-access", new() { ["en"] = new("Food access", "Good food for all.") }, "rows"));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return db;
    }

    static async Task<Story> StoryAsync(Db db, string externalId)
    {
        await using var look = db.CreateDbContext();
        return await look.Stories.Include(s => s.Author).SingleAsync(s => s.ExternalId == externalId, TestContext.Current.CancellationToken);
    }
}
