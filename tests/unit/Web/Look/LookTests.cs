using System.Net;
using AngleSharp.Html.Parser;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HealthDoers.Tests.Web.Look;

/// <summary>The page of all parts, over real HTTP, without accounts or a database.</summary>
public sealed class LookTests : IAsyncLifetime
{
    WebApplication app = null!;
    HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = typeof(LookTests).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.AddLook(viewer: context => ValueTask.FromResult(context.Request.Query.ContainsKey("me") ? new Viewer("Ana Flores", "ana_flores", Unread: 3) : null));
        builder.Services.AddRazorPages().AddApplicationPart(typeof(PageFrame).Assembly).AddViewLocalization();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseBuiltAssets();
        app.MapRazorPages();
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_gets_a_page_without_cookie_token_or_inline_code()
    {
        var answer = await http.GetAsync("/look", Stop);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], script:not([src]), input[name=__RequestVerificationToken]"));
        Assert.NotNull(page.QuerySelector("a.skip[href='#main']"));
        Assert.Equal("page", page.QuerySelector(".nav a[href='/stories']")!.GetAttribute("aria-current"));
        Assert.NotNull(page.QuerySelector("a[href='/account/register']"));
    }

    [Fact]
    public async Task A_member_sees_their_bell_and_their_menu_instead_of_the_door()
    {
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("/look?me", Stop));

        Assert.Null(page.QuerySelector("a[href='/account/register']"));
        Assert.Equal("Notifications, 3 new", page.QuerySelector("a[href='/notifications']")!.GetAttribute("aria-label"));
        Assert.NotNull(page.QuerySelector("a[href='/members/ana_flores']"));
    }

    [Fact]
    public async Task A_wrong_field_says_so_and_the_summary_leads_to_it()
    {
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync("/look", Stop));

        var field = page.QuerySelector("#Input_People")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("some", field.GetAttribute("value"));
        Assert.Contains("Write a number", page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#Input_People", "#Input_Agreed"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_limit_is_told_before_it_is_passed_and_never_cuts_what_was_typed()
    {
        var field = new HtmlParser().ParseDocument(await http.GetStringAsync("/look", Stop)).QuerySelector("#Input_WhatChanged")!;

        Assert.False(field.HasAttribute("maxlength"));
        Assert.Contains("200", field.ParentElement!.QuerySelector("#Input_WhatChanged-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Input_WhatChanged-hint", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task An_asset_is_sent_in_an_encoding_the_browser_takes_and_kept_for_good(string accepts, string? encoding)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, app.Services.GetRequiredService<Assets>()["site.css"]);
        ask.Headers.Add("Accept-Encoding", accepts);
        using var answer = await http.SendAsync(ask, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(encoding is null ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_what_was_built_is_served_from_the_built_folder()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/built/manifest.json", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/built/../appsettings.json", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_chosen_theme_is_written_on_the_page_and_a_strange_one_is_not()
    {
        Assert.Contains("data-theme=\"dark\"", await WithTheme("dark"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme", await WithTheme("\"><script>"), StringComparison.Ordinal);
    }

    async Task<string> WithTheme(string theme)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/look");
        ask.Headers.TryAddWithoutValidation("Cookie", "theme=" + Uri.EscapeDataString(theme));
        return await (await http.SendAsync(ask, Stop)).Content.ReadAsStringAsync(Stop);
    }
}
