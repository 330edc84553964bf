using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Commands.Importing;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class StoryExportTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static readonly Gen<string> Text = Gen.Elements("|", "a|b", "\"", "\n", "\r\n", "ñ", "日本", "🌻", "\u202E", "é", "tab\t", "\\", "{}", "word", " ", "\u0000", "ﬁ", "–")
        .ListOf().Select(parts => string.Concat(parts));

    static readonly Gen<List<string>> Lists = Text.Select(CleanText.Line).Where(text => text.Length > 0).ListOf().Select(items => items.Distinct().Take(20).ToList());

    static readonly Gen<StoryContent> Stories =
        from title in Text
        from words in Text.ListOf(4)
        from lists in Lists.ListOf(2)
        from kind in Gen.Elements(Enum.GetValues<StoryKind>())
        from years in Gen.Choose(1900, 2100).ListOf(2)
        select new StoryContent
        {
            Kind = kind,
            Words = new() { Title = "T" + CleanText.Line(title), Summary = words[0], Body = words[1], Advice = words[2], ForWhom = words[3] },
            Partners = lists[0],
            Tags = lists[1],
            Behaviours = [years[0] % 28 + 1],
            FromYear = years[0],
            ToYear = years[1] % 3 == 0 ? null : years[1],
            Place = years[0] % 2 == 0 ? null : new("Somewhere " + CleanText.Line(title), "somewhere", years[0] / 30.0, -years[1] / 30.0),
            Source = years[1] % 2 == 0 ? null : new("", CleanText.Line(words[0]), years[0], null),
        };

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Importing_an_export_again_changes_nothing(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        var stories = Stories.Sample(60, 20).Select(Storable).ToList();
        await AddAsync(db, stories);

        var lines = await ExportAsync(db);
        var (again, said) = await Imports.JsonAsync(db, lines);

        Assert.Equal((60, new Tally(Unchanged: 60)), (lines.Length, again));
        Assert.Empty(said);
    }

    [Fact]
    public async Task An_export_carries_a_community_to_another_site()
    {
        await using var here = await Db.SqliteAsync();
        await using var there = await Db.SqliteAsync();
        await AddAsync(here, [.. Stories.Sample(60, 20).Select(AsPagesKeepIt)]);

        var lines = await ExportAsync(here);
        var (tally, _) = await Imports.JsonAsync(there, lines);

        Assert.Equal(new Tally(Imported: 60), tally);
        Assert.Equal(lines.Order(), (await ExportAsync(there)).Order());
    }

    [Fact]
    public async Task What_is_not_public_stays_at_home()
    {
        await using var db = await Db.SqliteAsync();
        await using (var context = db.CreateDbContext())
        {
            var ana = DomainPeople.Ana();
            var story = DomainPeople.GardenBy(ana);
            story.Withdraw(ana, WithdrawalReason.AuthorsWish, DomainPeople.Monday);
            context.AddRange(ana, story);
            await context.SaveChangesAsync(Stop);
        }

        Assert.Empty(await ExportAsync(db));
    }

    // PostgreSQL takes no U+0000, and no page lets one through.
    static StoryContent Storable(StoryContent content) => content with
    {
        Words = content.Words with
        {
            Summary = content.Words.Summary.Replace("\0", "", StringComparison.Ordinal),
            Body = content.Words.Body.Replace("\0", "", StringComparison.Ordinal),
            Advice = content.Words.Advice.Replace("\0", "", StringComparison.Ordinal),
            ForWhom = content.Words.ForWhom.Replace("\0", "", StringComparison.Ordinal),
        },
    };

    static StoryContent AsPagesKeepIt(StoryContent content) => content with
    {
        Words = content.Words with
        {
            Summary = CleanText.Line(content.Words.Summary),
            Body = CleanText.Lines(content.Words.Body),
            Advice = CleanText.Lines(content.Words.Advice),
            ForWhom = CleanText.Lines(content.Words.ForWhom),
        },
        Place = content.Place is { } place ? place with { Name = CleanText.Line(place.Name) } : null,
        Source = content.Source is { } source ? source with { Title = "A report" } : null,
    };

    static async Task AddAsync(Db db, List<StoryContent> contents)
    {
        await using var context = db.CreateDbContext();
        var ana = new Member("ana_flores", "Ana", DomainPeople.Monday);
        context.Add(ana);
        context.AddRange(contents.Select((content, i) => new Story(ana, content, $"story-{i}", DomainPeople.Monday)));
        await context.SaveChangesAsync(Stop);
    }

    static async Task<string[]> ExportAsync(Db db)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var progress = new Progress("stories");
            await new StoryExport(db, progress).WriteAsync(path, Stop);
            return await File.ReadAllLinesAsync(path, Stop);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
