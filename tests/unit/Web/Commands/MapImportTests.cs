using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Tests.Web.Places;
using HealthDoers.Web.Commands.Importing;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Commands;

public sealed class MapImportTests(World world) : IClassFixture<World>
{
    static string Feature(string id, string geometry) =>
        $$"""{ "type": "Feature", "geometry": {{geometry}}, "properties": { "externalId": "{{id}}", "title": "Garden {{id}}", "kind": "initiative", "precision": "exact" } }""";

    static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    [Fact]
    public async Task GeoJson_comes_in_and_again_it_changes_nothing()
    {
        await using var db = await Db.SqliteAsync();
        var file = Collection(Feature("a", """{"type":"Point","coordinates":[-87.84,41.88]}"""), Feature("b", """{"type":"Point","coordinates":[-4.2,56.49]}"""));
        Assert.Equal("imported 2, updated 0, unchanged 0, skipped 0", (await Imports.MapAsync(db, world.Atlas, file, FileFormat.GeoJson)).Tally.ToString());
        Assert.Equal("imported 0, updated 0, unchanged 2, skipped 0", (await Imports.MapAsync(db, world.Atlas, file, FileFormat.GeoJson)).Tally.ToString());
        await using var context = db.CreateDbContext();
        var entry = await context.MapEntries.SingleAsync(e => e.ExternalId == "a", TestContext.Current.CancellationToken);
        Assert.Equal((MapLayer.Initiative, new GeoPoint(41.88, -87.84)), (entry.Layer, entry.Place.Public));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,1],[0,0]]]}""", "no point")]
    [InlineData("""{"type":"Point","coordinates":["x","y"]}""", "no point")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "no point")]
    [InlineData("""{"type":"Point"}""", "no point")]
    [InlineData("[1,2]", "no point")]
    [InlineData("""{"type":"Point","coordinates":[0,91]}""", "nowhere")]
    [InlineData("""{"type":"Point","coordinates":[181,0]}""", "nowhere")]
    [InlineData("null", "no place")]
    public async Task A_broken_geometry_costs_only_its_own_feature(string geometry, string why)
    {
        await using var db = await Db.SqliteAsync();
        var (tally, said) = await Imports.MapAsync(db, world.Atlas, Collection(Feature("bad", geometry), Feature("good", """{"type":"Point","coordinates":[1,2]}""")), FileFormat.GeoJson);
        Assert.Equal((1, 1), (tally.Imported, tally.Skipped));
        Assert.Contains(said, line => line.StartsWith("line 1:", StringComparison.Ordinal) && line.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_may_name_a_place_instead_of_a_point()
    {
        await using var db = await Db.SqliteAsync();
        var (tally, _) = await Imports.MapAsync(db, world.Atlas, "externalId,title,place\n1,Garden,\"Maywood, Illinois\"\n2,Nowhere,Xqzzvkw\n", FileFormat.Csv);
        Assert.Equal((1, 1), (tally.Imported, tally.Skipped));
        await using var context = db.CreateDbContext();
        Assert.Equal(Precision.Near, (await context.MapEntries.SingleAsync(TestContext.Current.CancellationToken)).Place.Precision);
    }
}
