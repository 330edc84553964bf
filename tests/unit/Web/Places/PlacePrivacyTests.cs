using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;

namespace HealthDoers.Tests.Web.Places;

public sealed class PlacePrivacyTests(World world) : IClassFixture<World>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_near_place_shares_its_cell_with_a_thousand_people_wherever_it_is()
    {
        var dice = new Random(4);
        for (var n = 0; n < 2_000; n++)
        {
            // Near a town of any size, or anywhere at all.
            var town = world.Gazetteer.PointOf(dice.Next(world.Gazetteer.Count));
            var truth = n % 2 == 0
                ? new GeoPoint(Math.Clamp(town.Latitude + dice.NextDouble() - 0.5, -90, 90), Math.Clamp(town.Longitude + dice.NextDouble() - 0.5, -180, 180))
                : new GeoPoint(dice.NextDouble() * 180 - 90, dice.NextDouble() * 360 - 180);
            var place = await world.Atlas.PlaceAsync(truth, Precision.Near, cancellationToken: Stop);
            var cell = Nearness.CellOf(truth, world.Atlas.Residents.Of);
            Assert.True(world.Atlas.Residents.Of(cell) >= Nearness.Crowd);
            Assert.True(cell.Contains(place.Public));
            Assert.NotEqual(truth, place.Public);
        }
    }

    [Fact]
    public async Task A_thousand_loads_and_fifty_entries_at_one_address_teach_nothing_beyond_the_cell()
    {
        GeoPoint home = new(41.87921, -87.84313);
        var cell = Nearness.CellOf(home, world.Atlas.Residents.Of);
        var seen = new HashSet<ShownPlace>();
        for (var load = 0; load < 1_000; load++)
            seen.Add((await world.Atlas.PlaceAsync(home, Precision.Near, cancellationToken: Stop)).Shown);
        for (var entry = 0; entry < 50; entry++)
            seen.Add((await world.Atlas.PlaceAsync(new(home.Latitude + entry % 7 * 1e-5, home.Longitude - entry % 5 * 1e-5), Precision.Near, cancellationToken: Stop)).Shown);
        var shown = Assert.Single(seen);

        // Whoever lives elsewhere in the cell looks exactly the same, its name included.
        foreach (var (north, east) in new[] { (0.01, 0.01), (0.5, 0.99), (0.99, 0.3) })
            if (cell.Within(north, east) is var other && Nearness.CellOf(other, world.Atlas.Residents.Of) == cell)
                Assert.Equal(shown, (await world.Atlas.PlaceAsync(other, Precision.Near, cancellationToken: Stop)).Shown);
    }

    [Fact]
    public async Task The_mean_of_what_is_shown_says_nothing_of_where_in_the_cell_people_live()
    {
        // All homes in the south-west corners of their cells: the shown points do not lean there.
        var dice = new Random(9);
        var leaning = new List<double>();
        while (leaning.Count < 1_000)
        {
            var cell = Nearness.CellOf(world.Gazetteer.PointOf(dice.Next(40_000)), world.Atlas.Residents.Of);
            if (cell.Level == 0 || Nearness.CellOf(cell.Within(0.02, 0.02), world.Atlas.Residents.Of) != cell)
                continue;
            var place = await world.Atlas.PlaceAsync(cell.Within(0.02, 0.02), Precision.Near, cancellationToken: Stop);
            leaning.Add((place.Public.Latitude - cell.South) / cell.Side);
        }
        Assert.InRange(leaning.Average(), 0.45, 0.55);
    }

    [Fact]
    public async Task A_regional_place_is_shown_at_the_same_point_wherever_in_the_region_it_is()
    {
        var shown = new HashSet<ShownPlace>();
        foreach (var town in new[] { "Chicago, Illinois", "Maywood, Illinois", "Cairo, Illinois" })
            shown.Add((await world.Atlas.PlaceAsync(world.Gazetteer.PointOf(world.Atlas.Find(town, 1).Places[0]), Precision.Region, cancellationToken: Stop)).Shown);
        var illinois = Assert.Single(shown);
        Assert.Equal(("", "US.IL", "US"), (illinois.Locality, illinois.Region, illinois.Country));
    }
}
