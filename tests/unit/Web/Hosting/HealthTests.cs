using System.Net;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class HealthTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_started_site_says_that_it_is_well(string address)
    {
        using var answer = await app.Visitor().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
