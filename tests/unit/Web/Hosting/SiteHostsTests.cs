using HealthDoers.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class SiteHostsTests(ReadingSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task The_address_of_the_hosts_stands_where_people_look_for_help(string language)
    {
        await using var app = new WebApp();
        app.Settings["Site:ContactMail"] = "hosts@community.example";
        using var reader = app.Browser();
        await reader.OpenAsync($"/language/{language}");

        foreach (var path in new[] { "/help", "/privacy", "/nothing-here" })
            Assert.NotNull((await reader.OpenAsync(path)).Page.QuerySelector("main a[href='mailto:hosts@community.example']"));
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/privacy")]
    public async Task Without_one_the_open_room_is_named(string path)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var page = await site.PageAsync(path, language);
            Assert.NotNull(page.QuerySelector("main a[href='/rooms/welcome']"));
            Assert.DoesNotContain("{hosts}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_address_is_refused_at_the_start()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Site:ContactMail", "write to us")]).Build();

        Assert.Contains("write to us", Assert.Throws<InvalidOperationException>(() => SiteHosts.Of(settings)).Message, StringComparison.Ordinal);
    }
}
