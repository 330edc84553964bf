using HealthDoers.Domain.Hubs;

namespace HealthDoers.Tests.Domain.Hubs;

public sealed class HubScopeTests
{
    static readonly HubScope Virginia = new([], ["virginia", "virginia, united states", "va"]);

    [Theory]
    [InlineData("Virginia")]
    [InlineData("Richmond, Virginia")]
    [InlineData("richmond ,  VIRGINIA, United States")]
    [InlineData("Richmond, VA")]
    public void It_covers_places_that_name_the_region_last(string place) => Assert.True(Virginia.Covers(place));

    [Theory]
    [InlineData("Charleston, West Virginia")]
    [InlineData("Virginia, Minnesota")]
    [InlineData("Nova")]
    [InlineData("")]
    [InlineData(null)]
    public void It_does_not_cover_a_place_of_a_like_name(string? place) => Assert.False(Virginia.Covers(place));
}
