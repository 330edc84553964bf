using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Places;

namespace HealthDoers.Tests.Domain.Places;

public sealed class CellTests
{
    static Arbitrary<GeoPoint> Points => (
        from latitude in Gen.Choose(-9_000_000, 9_000_000)
        from longitude in Gen.Choose(-18_000_000, 18_000_000)
        select new GeoPoint(latitude / 1e5, longitude / 1e5)).ToArbitrary();

    [Fact]
    public void Every_point_lies_in_its_cell_of_every_level_and_that_in_the_coarser_one() => Prop.ForAll(Points, point =>
    {
        for (var level = 1; level <= Cell.Finest; level++)
        {
            var (fine, coarse) = (Cell.At(point, level), Cell.At(point, level - 1));
            Assert.True(fine.Contains(point));
            Assert.Equal(coarse, Cell.At(fine.Within(0.5, 0.5), level - 1));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_cell_is_the_smallest_that_holds_enough_people() => Prop.ForAll(Points, point =>
    {
        long Residents(Cell cell) => 1L << (2 * (Cell.Finest - cell.Level));
        var cell = Cell.Holding(1_000, point, Residents);
        Assert.True(Residents(cell) >= 1_000);
        Assert.True(Residents(Cell.At(point, cell.Level + 1)) < 1_000);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_nobody_lives_the_cell_is_as_large_as_the_world() =>
        Assert.Equal(0, Cell.Holding(1_000, new(-48.9, -123.4), _ => 0).Level);

    [Theory]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    public void The_edges_of_the_world_belong_to_it(double latitude, double longitude)
    {
        var cell = Cell.At(new(latitude, longitude), Cell.Finest);
        Assert.InRange(cell.Row, 0, (1 << Cell.Finest) - 1);
        Assert.InRange(cell.Column, 0, (2 << Cell.Finest) - 1);
    }
}
