using HealthDoers.Domain.Places;

namespace HealthDoers.Tests.Web.Map;

public sealed class PointsTests
{
    static readonly Points Secrets = new([new(41.88617, -87.83749)], [new(41.88001, -87.82002)]);

    [Theory]
    [InlineData("""{"coordinates":[-87.83749,41.88617]}""")]
    [InlineData("community,Garden,,Maywood,41.88617,-87.83749,near")]
    [InlineData("lat: 41.8862, at least; lon: -87.8375")]
    [InlineData("bbox=-87.83749,41.8,41.88617")]
    public void A_secret_is_found_in_whatever_form_it_is_said(string text) => Assert.Equal(new GeoPoint(41.88617, -87.83749), Secrets.SaidBy(text));

    [Theory]
    [InlineData("""{"coordinates":[-87.82002,41.88001]}""")]
    [InlineData("41.88617 alone says nothing")]
    [InlineData("41.89, -87.84")]
    public void What_may_be_said_is_no_secret(string text) => Assert.Null(Secrets.SaidBy(text));
}
