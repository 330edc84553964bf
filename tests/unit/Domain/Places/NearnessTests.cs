using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Places;

namespace HealthDoers.Tests.Domain.Places;

public sealed class NearnessTests
{
    static readonly byte[] Key = [.. Enumerable.Range(1, Nearness.KeyLength).Select(n => (byte)n)];

    static Arbitrary<(GeoPoint Point, int Level)> Places => (
        from latitude in Gen.Choose(-8_500_000, 8_500_000)
        from longitude in Gen.Choose(-18_000_000, 18_000_000)
        from level in Gen.Choose(4, Cell.Finest)
        select (new GeoPoint(latitude / 1e5, longitude / 1e5), level)).ToArbitrary();

    [Fact]
    public void The_shown_point_lies_in_the_cell_of_the_true_one() => Prop.ForAll(Places, place =>
        Assert.True(Cell.At(place.Point, place.Level).Contains(Nearness.ShownPointOf(Cell.At(place.Point, place.Level), Key)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_in_one_cell_is_shown_at_one_point() => Prop.ForAll(Places, place =>
    {
        var cell = Cell.At(place.Point, place.Level);
        var neighbour = cell.Within(0.001 + Random.Shared.NextDouble() * 0.99, 0.001 + Random.Shared.NextDouble() * 0.99);
        Assert.Equal(Nearness.ShownPointOf(cell, Key), Nearness.ShownPointOf(Cell.At(neighbour, place.Level), Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_the_key_nobody_can_foretell_the_point()
    {
        var cell = Cell.At(new(41.8792, -87.8431), Cell.Finest);
        var points = Enumerable.Range(0, 200).Select(n => Nearness.ShownPointOf(cell, [(byte)n, .. Key[1..]])).ToList();
        Assert.True(points.Distinct().Count() > 190);
    }

    [Fact]
    public void Over_many_cells_the_shown_points_lean_nowhere()
    {
        // The mean of 10,000 even draws from 0.1 to 0.9 strays from 0.5 by less than 0.012 but once in a million times.
        var cells = Enumerable.Range(0, 10_000).Select(n => new Cell(Cell.Finest, 4_000 + n / 100, 8_000 + n % 100)).ToList();
        var shown = cells.Select(cell => (Cell: cell, Point: Nearness.ShownPointOf(cell, Key))).ToList();
        Assert.InRange(shown.Average(s => (s.Point.Latitude - s.Cell.South) / s.Cell.Side), 0.488, 0.512);
        Assert.InRange(shown.Average(s => (s.Point.Longitude - s.Cell.West) / s.Cell.Side), 0.488, 0.512);
    }
}
