using System.Net;

namespace HealthDoers.Tests.Harness;

public class AppTests
{
    [Fact]
    public async Task A_site_that_was_killed_starts_again_at_its_old_address()
    {
        await using var app = await App.StartAnother();
        var address = app.Address;

        await app.Kill();
        await app.Start();

        Assert.Equal(address, app.Address);
        using var answer = await app.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_site_that_is_asked_to_stop_does_so_without_complaint()
    {
        await using var app = await App.StartAnother();
        Assert.Equal(0, await app.Stop());
    }
}
