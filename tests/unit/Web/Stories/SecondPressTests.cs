using System.Net;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

public class SecondPressTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("/stories/{0}/keep")]
    [InlineData("/stories/{0}/respond/i-can-help")]
    [InlineData("/follow/story/{0}")]
    public async Task A_button_pressed_twice_is_pressed_once(string address)
    {
        var slug = await app.InDbAsync(db => db.Stories.OrderBy(s => s.Id).Select(s => s.Slug).FirstAsync(TestContext.Current.CancellationToken));
        var handle = "press" + Guid.NewGuid().ToString("N")[..8];
        await app.MemberAsync(handle);
        using var browser = app.Browser();
        await browser.SignInAsync($"{handle}@example.org");
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, slug);
        var hidden = (await browser.OpenAsync(path)).Fields().ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.SendAsync(path, hidden)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
    }
}
