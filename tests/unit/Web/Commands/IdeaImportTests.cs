using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Tests.Domain.Ideas;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Commands.Importing;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class IdeaImportTests(PostgreSqlServer server)
{
    const string Bus = """{"externalId":"b1","title":"A walking bus","summary":"Children walk in two lines.","body":"Ask a grandparent.","topics":["school-health","snails"],"sources":["research","hearsay","livedExperience"],"place":"Maywood","lat":41.8,"lon":-87.8,"url":"https://example.org/b","license":"CC BY 4.0"}""";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task An_idea_is_public_at_once_under_Imported_and_what_is_not_known_is_a_warning(string provider)
    {
        await using var db = await WithTopicAsync(provider);

        var (tally, said) = await Imports.IdeasAsync(db, Bus);

        Assert.Equal(new Tally(Imported: 1), tally);
        Assert.Equal(
            ["line 1: \"snails\" is no topic here, so it becomes a free tag",
                "line 1: \"hearsay\" is not a source (research, bestPractice, livedExperience, otherCommunity), so it is left out"], said);
        var idea = await IdeaAsync(db, "b1");
        Assert.True(idea.IsPublic);
        Assert.Equal(("imported", Origin.Import, "a-walking-bus"), (idea.ProposedBy.Handle, idea.Origin, idea.Slug));
        Assert.Equal([SourceKind.Research, SourceKind.LivedExperience], idea.Content.Sources.Select(s => s.Kind));
        Assert.Equal(new StoryPlace("Maywood", "maywood", 41.8, -87.8), idea.Content.Place);
        Assert.Equal(("https://example.org/b", "CC BY 4.0"), (idea.Content.Url, idea.Content.License));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Again_it_updates_by_externalId_and_never_doubles(string provider)
    {
        await using var db = await WithTopicAsync(provider);
        await Imports.IdeasAsync(db, Bus, """{"externalId":"b2","title":"A walking bus"}""");

        var (tally, _) = await Imports.IdeasAsync(db, Bus, """{"externalId":"b2","title":"A walking bus","money":"None."}""", """{"externalId":"b3","title":"A walking bus"}""");

        Assert.Equal(new Tally(Imported: 1, Updated: 1, Unchanged: 1), tally);
        await using var look = db.CreateDbContext();
        Assert.Equal(["a-walking-bus", "a-walking-bus-2", "a-walking-bus-3"], await look.Ideas.OrderBy(i => i.Slug).Select(i => i.Slug).ToListAsync(Stop));
        Assert.Equal("None.", (await IdeaAsync(db, "b2")).Content.Words.Money);
    }

    [Fact]
    public async Task Bad_lines_are_told_by_their_number_and_the_rest_goes_on()
    {
        await using var db = await Db.SqliteAsync();

        var (tally, said) = await Imports.IdeasAsync(db,
            "{\"externalId\":\"1\",\"title\":\"One\"}", "{broken", "{\"externalId\":\"2\"}", "{\"externalId\":\"1\",\"title\":\"Twice\"}",
            $$"""{"externalId":"3","title":"{{new string('t', 201)}}"}""", "{\"externalId\":\"4\",\"title\":\"Four\"}");

        Assert.Equal(new Tally(Imported: 2, Skipped: 4), tally);
        Assert.Equal(["line 2", "line 3", "line 4", "line 5"], said.Select(s => s[..6]).Order());
    }

    [Fact]
    public async Task A_line_of_fifty_megabytes_costs_only_itself()
    {
        await using var db = await Db.SqliteAsync();

        var (tally, said) = await Imports.IdeasAsync(db,
            "{\"externalId\":\"1\",\"title\":\"One\"}", $$"""{"externalId":"2","title":"Two","body":"{{new string('x', 50_000_000)}}"}""", "{\"externalId\":\"3\",\"title\":\"Three\"}");

        Assert.Equal(new Tally(Imported: 2, Skipped: 1), tally);
        Assert.Equal(["line 2: is longer than 4 MB; skipped"], said);
    }

    [Fact]
    public async Task Csv_parts_list_values_with_a_bar()
    {
        await using var db = await WithTopicAsync("Sqlite");

        var (tally, said) = await Imports.IdeasFromCsvAsync(db, "externalId,title,topics,sources\nc1,\"A bus, walking\",school-health|snow,bestPractice|otherCommunity\n");

        Assert.Equal((new Tally(Imported: 1), 1), (tally, said.Count));
        var idea = await IdeaAsync(db, "c1");
        Assert.Equal(["school-health"], idea.Content.Topics);
        Assert.Equal(["snow"], idea.Content.Tags);
        Assert.Equal(["bestPractice", "otherCommunity"], idea.Labels.Where(l => l.Kind == IdeaLabelKind.Source).Select(l => l.Value).Order());
    }

    [Fact]
    public async Task What_a_member_proposed_is_theirs()
    {
        await using var db = await Db.SqliteAsync();
        var ana = DomainPeople.Ana();
        var idea = new Idea(ana, IdeaTests.Breaks(), "breaks", DomainPeople.Monday);
        await using (var fill = db.CreateDbContext())
        {
            fill.AddRange(ana, idea);
            await fill.SaveChangesAsync(Stop);
        }

        var (tally, said) = await Imports.IdeasAsync(db, $$"""{"externalId":"{{idea.Id}}","title":"Mine now"}""");

        Assert.Equal(new Tally(Skipped: 1), tally);
        Assert.Contains("a member of this site wrote", Assert.Single(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Importing_an_export_again_changes_nothing(string provider)
    {
        await using var db = await WithTopicAsync(provider);
        var ana = DomainPeople.Ana();
        var told = IdeaTests.Breaks() with
        {
            Sources = [new(SourceKind.Research, "Murphy, 2016", "https://example.org/paper"), new(SourceKind.Research, "Another"), new(SourceKind.LivedExperience)],
            Tags = ["rest"],
            Year = 2017,
        };
        await using (var fill = db.CreateDbContext())
        {
            fill.AddRange(ana, new Idea(ana, told, "breaks", DomainPeople.Monday));
            await fill.SaveChangesAsync(Stop);
        }
        await Imports.IdeasAsync(db, Bus);
        var folder = Directory.CreateTempSubdirectory("healthdoers-export-").FullName;
        try
        {
            using var progress = new Progress("ideas");
            Assert.Equal(2, await new IdeaExport(db, progress).WriteAsync(Path.Combine(folder, "ideas.jsonl"), Stop));
            var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "ideas.jsonl"), Stop);

            var (tally, said) = await Imports.IdeasAsync(db, lines);
            Assert.Equal((new Tally(Unchanged: 2), 0), (tally, said.Count));

            await using var other = await WithTopicAsync(provider);
            await Imports.IdeasAsync(other, lines);
            await using var look = other.CreateDbContext();
            var copy = (await look.Ideas.AsNoTracking().SingleAsync(i => i.Slug == "brain-breaks-in-class", Stop)).Content;
            Assert.Equal(told.Sources, copy.Sources);
            Assert.Equal((told.Words, told.Year), (copy.Words, copy.Year));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<Db> WithTopicAsync(string provider)
    {
        var db = await Db.OnAsync(provider, server);
        await using var fill = db.CreateDbContext();
        fill.Topics.Add(new Topic("school-health", new() { ["en"] = new("School health", "Health where children learn.") }, "rows"));
        await fill.SaveChangesAsync(Stop);
        return db;
    }

    static async Task<Idea> IdeaAsync(Db db, string externalId)
    {
        await using var look = db.CreateDbContext();
        return await look.Ideas.AsNoTracking().Include(i => i.ProposedBy).Include(i => i.Labels).SingleAsync(i => i.ExternalId == externalId, Stop);
    }
}
