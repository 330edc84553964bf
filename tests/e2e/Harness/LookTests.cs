using Xunit.Sdk;

namespace HealthDoers.Tests.Harness;

public class LookTests(App app, Browser browser) : Journey(app, browser)
{
    [Fact]
    public async Task Axe_refuses_grey_on_grey()
    {
        var reader = await Someone();
        await reader.Page.SetContentAsync("""<html lang="en"><title>Grey</title><main><h1 style="color:#999;background:#aaa">Hard to read</h1></main></html>""");
        var refusal = await Assert.ThrowsAsync<TrueException>(() => Look.Axe(reader.Page));
        Assert.Contains("color-contrast", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_wider_than_its_window_is_refused_and_its_culprit_named()
    {
        var reader = await Someone(screen: new(320, "en"));
        await reader.Page.SetContentAsync("""<p>Fits</p><pre id="wide" style="width:900px">Does not</pre>""");
        var refusal = await Assert.ThrowsAsync<TrueException>(() => Look.FitsItsWidth(reader.Page));
        Assert.Contains("id=\"wide\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_reaches_a_field_only_where_the_focus_shows()
    {
        var reader = await Someone();
        await reader.Page.SetContentAsync("""<a href="#">First</a> <input id="plain"> <input id="hidden-focus" style="outline:none">""");
        await reader.Keyboard.Type(reader.Page.Locator("#plain"), "by keyboard");
        Assert.Equal("by keyboard", await reader.Page.InputValueAsync("#plain"));
        await Assert.ThrowsAsync<TrueException>(() => reader.Keyboard.TabTo(reader.Page.Locator("#hidden-focus")));
    }
}
