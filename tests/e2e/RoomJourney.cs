using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>What journeys in rooms have in common: a room of one's own, others in it, and talk.</summary>
public abstract class RoomJourney(App app, Browser browser) : Journey(app, browser)
{
    /// <summary>Opens a room that everybody reads and the others write in.</summary>
    /// <returns>Its path.</returns>
    protected static async Task<string> OpenRoom(Person by, string name)
    {
        await by.GoTo("/rooms/new");
        await Field(by, "Name").FillAsync(name);
        await Field(by, "Purpose").FillAsync("To work on it together");
        await by.Page.Locator("[name='Input.Audience'][value=Open]").CheckAsync();
        await Send(by);
        await Expect(Composer(by)).ToBeVisibleAsync();
        return new Uri(by.Page.Url).AbsolutePath;
    }

    /// <param name="shows">What is seen of them then, where that is something else.</param>
    protected static async Task Say(Person who, string words, string? shows = null)
    {
        await Composer(who).FillAsync(words);
        await who.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Expect(who.Page.Locator("[data-talk]")).ToContainTextAsync(shows ?? words);
    }

    /// <summary>The form of the page, as its main button sends it.</summary>
    protected static Task Send(Person who) => who.Page.Locator("main form button.button-main").Last.ClickAsync();

    protected static ILocator Field(Person who, string name) => who.Page.Locator($"[name='Input.{name}']");

    protected static ILocator Composer(Person who) => who.Page.Locator("[data-composer] textarea");
}
