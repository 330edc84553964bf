using HealthDoers.Search;

namespace HealthDoers.Tests.Search;

public class GeoPointTests
{
    [Fact]
    public void Boston_and_New_York_are_306_kilometres_apart() =>
        Assert.Equal(306, new GeoPoint(42.3601, -71.0589).KilometresTo(new(40.7128, -74.0060)), tolerance: 1);

    [Fact]
    public void A_circle_reaches_over_the_date_line() =>
        Assert.True(new SearchPlace.Near(new(-17.7, 179.9), 50).Contains(new(-17.7, -179.9)));

    [Fact]
    public void A_circle_ends_at_its_edge()
    {
        var circle = new SearchPlace.Near(new(0, 0), 111);
        Assert.True(circle.Contains(new(0, 0.99)));
        Assert.False(circle.Contains(new(0, 1.01)));
        Assert.False(circle.Contains(new(1.01, 0)));
    }
}
