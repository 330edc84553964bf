using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests.Map;

/// <summary>Finding and being found, without a pointer and without an account.</summary>
public class MapJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Name = "Porch light reading circle";

    [Fact]
    public async Task A_bright_spot_near_a_misspelled_town_is_found_and_opened_by_keyboard()
    {
        var visitor = await Someone("finder");
        await visitor.GoTo("/map");
        await Expect(visitor.Page.Locator(".map.leaflet-container .map-mark").First).ToBeVisibleAsync();
        await visitor.Keyboard.Type(visitor.Page.Locator("[name=place]").First, "Maywod Ilinois");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("[data-map-view] [role=status]")).ToContainTextAsync("Maywood, Illinois");
        await visitor.Keyboard.Press(visitor.Page.Locator("[data-map-view] .row a", new() { HasText = "They began with one garden" }));
        await Expect(visitor.Page.Locator("h1.title")).ToContainTextAsync("They began with one garden");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Somebody_without_an_account_adds_themselves_moves_the_pin_edits_and_removes()
    {
        var wanda = await Someone("wanda");
        await wanda.GoTo("/map");
        await wanda.Keyboard.Press(wanda.Page.Locator("main a[href='/map/add']").First);
        await wanda.Keyboard.Type(wanda.Page.Locator("[name='Input.Name']"), Name);
        await wanda.Keyboard.Type(wanda.Page.Locator("[name='Input.Summary']"), "We read aloud on porches.");
        await wanda.Keyboard.Press(wanda.Page.Locator("main form button.button-main"));

        await MovePin(wanda);
        await wanda.Keyboard.Press(wanda.Page.Locator("main form button.button-main"));
        await wanda.Keyboard.Type(wanda.Page.Locator("[name='Input.Email']"), "wanda@example.org");
        await wanda.Page.Keyboard.PressAsync("Enter");
        await Expect(wanda.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/map/sent$"));

        var letter = await App.Mail.Newest("wanda@example.org");
        await wanda.Page.GotoAsync(letter.Links.Single(link => link.Contains("/map/mine", StringComparison.Ordinal)));
        await wanda.Keyboard.Press(wanda.Page.Locator("main form button.button-main").First);
        await Expect(wanda.Page.Locator(".notice")).ToContainTextAsync("It is on the map now");
        await ExpectOnMap(wanda, Name);

        await wanda.Page.GotoAsync(letter.Links.Single(link => link.Contains("/map/mine", StringComparison.Ordinal)));
        await wanda.Page.Locator("[name='Input.Name']").FillAsync($"{Name} of Maywood");
        await wanda.Keyboard.Press(wanda.Page.Locator("form[data-entry] button.button-main"));
        await Expect(wanda.Page.Locator(".notice")).ToContainTextAsync("Your changes are saved");
        await ExpectOnMap(wanda, $"{Name} of Maywood");

        await wanda.Page.GotoAsync(letter.Links.Single(link => link.Contains("/map/mine", StringComparison.Ordinal)));
        await wanda.Keyboard.Press(wanda.Page.Locator("main button.button-grief"));
        await Expect(wanda.Page.Locator(".notice").First).ToContainTextAsync("gone");
        await wanda.GoTo("/map?q=porch");
        await Expect(wanda.Page.Locator("#inview")).ToHaveTextAsync("0 in view");
        Assert.Empty(wanda.Complaints);
    }

    static async Task MovePin(Person person)
    {
        await person.Keyboard.Type(person.Page.Locator("[data-place-search]"), "Maywood, Ill");
        await Expect(person.Page.Locator(".suggestions [role=option]").First).ToContainTextAsync("Maywood, Illinois");
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Keyboard.PressAsync("Enter");
        var pin = person.Page.Locator("[data-pin]");
        await Expect(pin).ToBeVisibleAsync();
        var (longitude, latitude) = (await Degrees(person, "Longitude"), await Degrees(person, "Latitude"));
        await person.Keyboard.TabTo(pin);
        for (var presses = 0; presses < 3; presses++)
            await person.Page.Keyboard.PressAsync("ArrowRight");
        await person.Page.Keyboard.PressAsync("Shift+ArrowUp");
        Assert.InRange(await Degrees(person, "Longitude") - longitude, 0.0001, 0.1);
        Assert.InRange(await Degrees(person, "Latitude") - latitude, 0.0001, 0.1);
    }

    static async Task<double> Degrees(Person person, string which) =>
        double.Parse(await person.Page.Locator($"[name='Input.Where.{which}']").InputValueAsync(), CultureInfo.InvariantCulture);

    static async Task ExpectOnMap(Person person, string name)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            await person.GoTo("/map?q=porch");
            if (await person.Page.Locator("[data-map-view] .row h3", new() { HasText = name }).CountAsync() > 0)
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"\"{name}\" did not come onto the map.");
    }

    [Fact]
    public async Task The_address_and_the_list_follow_the_map()
    {
        var visitor = await Someone("wanderer");
        await visitor.GoTo("/map");
        await Expect(visitor.Page.Locator(".map.leaflet-container .map-mark").First).ToBeVisibleAsync();
        var whole = await visitor.Page.Locator("#inview").InnerTextAsync();

        await visitor.Page.Locator(".leaflet-control-zoom-in").ClickAsync();
        await visitor.Page.Locator(".leaflet-control-zoom-in").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("bbox=.*zoom=|zoom=.*bbox="));
        await Expect(visitor.Page.Locator("#inview")).Not.ToHaveTextAsync(whole);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.Locator("#inview")).Not.ToHaveTextAsync(whole);
    }

    [Fact]
    public async Task Without_script_the_drawing_leads_closer_and_the_list_stays_with_it()
    {
        var visitor = await Someone("plain", scripts: false);
        await visitor.GoTo("/map");
        await Expect(visitor.Page.Locator(".map-drawing a").First).ToBeVisibleAsync();
        var whole = await visitor.Page.Locator("#inview").InnerTextAsync();
        await visitor.Page.Locator(".map-drawing a:has(.m-count)").First.ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("bbox="));
        Assert.NotEqual(whole, await visitor.Page.Locator("#inview").InnerTextAsync());
        await Expect(visitor.Page.Locator(".map-drawing a").First).ToBeVisibleAsync();
    }
}
