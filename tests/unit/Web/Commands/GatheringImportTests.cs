using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Places;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Tests.Web.Places;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Commands;

public sealed class GatheringImportTests(World world, PostgreSqlServer server) : IClassFixture<World>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Line(Db db, string id, string more = "") => $$"""
        {"externalId":"{{id}}","title":"Soup {{id}}","date":"{{Day(db, 10)}}","starts":"19:00","ends":"20:30","zone":"America/Chicago","venue":"2 Oak Street","place":"Maywood, Illinois"{{more}}}
        """.Trim();

    static string Day(Db db, int days) => db.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Gatherings_come_in_once_and_again_they_change_only_what_changed()
    {
        await using var db = await Db.SqliteAsync();
        string[] lines = [Line(db, "a", ""","repeats":"Weekly","times":"4","repeatEnds":"Times","spoken":["es"]"""), Line(db, "b")];
        Assert.Equal("imported 2, updated 0, unchanged 0, skipped 0", (await Imports.GatheringsAsync(db, world.Atlas, lines)).Tally.ToString());
        Assert.Equal("imported 0, updated 0, unchanged 2, skipped 0", (await Imports.GatheringsAsync(db, world.Atlas, lines)).Tally.ToString());
        Assert.Equal("imported 0, updated 1, unchanged 1, skipped 0", (await Imports.GatheringsAsync(db, world.Atlas, lines[0], Line(db, "b", ""","cost":"A dish" """))).Tally.ToString());
        await using var context = db.CreateDbContext();
        var series = await context.Gatherings.WithAll().SingleAsync(g => g.ExternalId == "a", Stop);
        Assert.Equal((4, "Maywood", Precision.Near), (series.Occurrences.Count, series.Place!.Locality, series.Place.Precision));
    }

    [Fact]
    public async Task A_line_that_cannot_be_taken_says_why_and_costs_only_itself()
    {
        await using var db = await Db.SqliteAsync();
        var (tally, said) = await Imports.GatheringsAsync(db, world.Atlas, Line(db, "good"), Line(db, "bad").Replace("America/Chicago", "Atlantis", StringComparison.Ordinal),
            Line(db, "late").Replace(Day(db, 10), Day(db, -10), StringComparison.Ordinal), """{"title":"Nameless"}""", Line(db, "lost", ""","lat":"91","lon":"0" """));
        Assert.Equal((1, 4), (tally.Imported, tally.Skipped));
        Assert.Collection(said,
            line => Assert.Contains("externalId", line, StringComparison.Ordinal),
            line => Assert.Contains("because of its zone", line, StringComparison.Ordinal),
            line => Assert.Contains("because of its date", line, StringComparison.Ordinal),
            line => Assert.Contains("nowhere", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task What_was_exported_changes_nothing_here_and_makes_the_same_elsewhere(string provider)
    {
        await using var here = await Db.OnAsync(provider, server);
        await using var there = await Db.SqliteAsync();
        var ana = Tests.Domain.People.Ana();
        var begun = new DateTime(here.Clock.GetUtcNow().Year - 1, 3, 2, 19, 0, 0);
        var gathering = new Gathering(new() { Title = "Porch choir", What = "We sing.", Format = GatheringFormat.Both, Venue = "The porch", Places = 12, Spoken = ["en"] },
            new(begun, "America/Chicago", 90) { Repeats = new() { Every = 2, Days = [DayOfWeek.Thursday] } }, "porch-choir", ana, here.Clock.GetUtcNow());
        gathering.PutAt(await world.Atlas.PlaceAsync(new(41.88123, -87.84321), Precision.Near, cancellationToken: Stop), "https://meet.example.org/choir-secret");
        gathering.PlanAhead(Zones.ClockOf("America/Chicago"), here.Clock.GetUtcNow());
        await using (var context = here.CreateDbContext())
        {
            context.AddRange(ana, gathering);
            await context.SaveChangesAsync(Stop);
        }

        var file = Path.GetTempFileName();
        Assert.Equal(1, await new GatheringExport(here, world.Atlas).WriteAsync(file, Stop));
        var line = (await File.ReadAllTextAsync(file, Stop)).Trim();
        File.Delete(file);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain("41.88123", line, StringComparison.Ordinal);
        Assert.Equal("imported 0, updated 0, unchanged 1, skipped 0", (await Imports.GatheringsAsync(here, world.Atlas, line)).Tally.ToString());
        Assert.Contains("skipped 1", (await Imports.GatheringsAsync(here, world.Atlas, line.Replace("Porch choir", "Choir", StringComparison.Ordinal))).Tally.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, (await Imports.GatheringsAsync(there, world.Atlas, line)).Tally.Imported);
        await using var elsewhere = there.CreateDbContext();
        var copy = await elsewhere.Gatherings.WithAll().SingleAsync(Stop);
        Assert.True(copy.Schedule.SaysTheSameAs(gathering.Schedule));
        Assert.Equal(gathering.Occurrences.Select(o => o.StartsAt), copy.Occurrences.OrderBy(o => o.StartsAt).Select(o => o.StartsAt));
        Assert.Equal(("Porch choir", "We sing.", 12, ""), (copy.Title, copy.Content.What, copy.Content.Places, copy.Link));
    }
}
