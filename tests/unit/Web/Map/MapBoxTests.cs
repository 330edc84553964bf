using HealthDoers.Web.Map;

namespace HealthDoers.Tests.Web.Map;

public sealed class MapBoxTests
{
    [Theory]
    [InlineData("-88,41,-87,42", -88, 41, -87, 42)]
    [InlineData("170,-30,-170,10", 170, -30, -170, 10)]
    [InlineData("170,-30,190,10", 170, -30, -170, 10)]
    [InlineData("-550,-10,-540,10", 170, -10, -180, 10)]
    [InlineData("-200,-90,200,90", -180, -90, 180, 90)]
    [InlineData("", -180, -90, 180, 90)]
    [InlineData(null, -180, -90, 180, 90)]
    public void A_box_is_read_and_turned_back_into_the_world(string? text, double west, double south, double east, double north)
    {
        Assert.True(MapBox.TryRead(text, out var box));
        Assert.Equal(new(west, south, east, north), box);
    }

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5")]
    [InlineData("a,b,c,d")]
    [InlineData("-88,42,-87,41")]
    [InlineData("-88,41,-87,91")]
    [InlineData("-88,-91,-87,41")]
    [InlineData("NaN,0,1,1")]
    [InlineData("-Infinity,0,Infinity,1")]
    [InlineData("0,0,1e999,1")]
    [InlineData(",,,")]
    public void What_is_no_box_is_refused(string text) => Assert.False(MapBox.TryRead(text, out _));

    [Fact]
    public void A_box_over_the_date_line_holds_both_sides()
    {
        MapBox box = new(170, -30, -170, 10);
        Assert.True(box.Contains(new(0, 175)));
        Assert.True(box.Contains(new(0, -175)));
        Assert.True(box.Contains(new(0, 180)));
        Assert.False(box.Contains(new(0, 0)));
        Assert.Equal(20, box.Width);
    }

    [Fact]
    public void Zooming_out_ends_at_the_whole_world()
    {
        var box = new MapBox(-88, 41, -87, 42);
        for (var step = 0; step < 12; step++)
            box = box.Scaled(2);
        Assert.Equal(MapBox.World, box);
    }
}
