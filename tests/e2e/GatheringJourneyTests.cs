using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>Three people and one chair: announced, taken, waited for and freed, by keyboard alone.</summary>
public class GatheringJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "Porch evening with soup";

    static readonly Player Greta = new("greta_hosts", "Greta Lindqvist");
    static readonly Player Bruno = new("bruno_comes", "Bruno Salvi");
    static readonly Player Wanda = new("wanda_waits", "Wanda Kowal");

    [Fact]
    public async Task A_gathering_is_announced_filled_and_its_freed_place_goes_to_who_waits()
    {
        var greta = await Member(Greta);
        var address = await Announce(greta);

        var bruno = await Member(Bruno);
        await Answer(bruno, address);
        await Expect(bruno.Page.Locator("main")).ToContainTextAsync("You come");
        await Expect(bruno.Page.Locator("main a[href='https://meet.example.org/porch']")).ToBeVisibleAsync();

        var wanda = await Member(Wanda);
        await Answer(wanda, address);
        await Expect(wanda.Page.Locator("main")).ToContainTextAsync("You are number 1 on the waiting list");

        await bruno.Keyboard.Press(bruno.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }));
        await Expect(bruno.Page.Locator("main")).ToContainTextAsync("1 person comes");
        await Eventually.Holds("the place that became free is told", async () =>
        {
            await wanda.GoTo("/notifications");
            return (await wanda.Page.Locator("main").InnerTextAsync()).Contains("A place became free", StringComparison.Ordinal);
        });
        await wanda.Keyboard.Press(wanda.Page.Locator("main .row a").First);
        await Expect(wanda.Page.Locator("main")).ToContainTextAsync("You come");
        Assert.Empty(wanda.Complaints);
    }

    /// <summary>A reader far away sees their own time beside that of the place.</summary>
    [Fact]
    public async Task Readers_see_their_own_time_beside_that_of_the_place()
    {
        var greta = await Member(Greta);
        var address = await Announce(greta);
        await using var context = await Browser.Open(new() { TimezoneId = "Asia/Tokyo", Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(new Uri(greta.Page.Url), address).AbsoluteUri);
        await Expect(page.Locator("[data-your-time]")).ToContainTextAsync("Asia/Tokyo");
        await Expect(page.Locator("main .deck")).ToContainTextAsync("Chicago time");
        await page.GotoAsync(new Uri(new Uri(greta.Page.Url), "/gatherings").AbsoluteUri);
        await Expect(page.Locator("main .row").Filter(new() { HasText = Title }).Locator("[data-your-time]").First).ToContainTextAsync("Asia/Tokyo");
    }

    static async Task<string> Announce(Person host)
    {
        await host.GoTo("/gatherings");
        await host.Keyboard.Press(host.Page.Locator("main a[href='/gatherings/new']").First);
        await host.Keyboard.Type(Field(host, "Title"), Title);
        // What a browser makes of typed days and hours differs by its language.
        await Field(host, "Date").FillAsync(DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Field(host, "Starts").FillAsync("19:00");
        await Field(host, "Ends").FillAsync("20:30");
        await Field(host, "Zone").SelectOptionAsync("America/Chicago");
        // Ticks of which one is chosen are one stop; arrows go between them.
        await host.Keyboard.Press(host.Page.Locator("[name='Input.Format'][value='InPerson']"), "ArrowUp");
        await Expect(host.Page.Locator("[name='Input.Format'][value='Both']")).ToBeCheckedAsync();
        await host.Keyboard.Type(Field(host, "Venue"), "The porch, 2 Oak Street");
        await host.Keyboard.Type(Field(host, "Link"), "https://meet.example.org/porch");
        await host.Keyboard.Type(Field(host, "Places"), "1");
        await host.Keyboard.Press(host.Page.Locator("main form .send button.button-main"));
        await Expect(host.Page.Locator("h1")).ToHaveTextAsync(Title);
        return new Uri(host.Page.Url).AbsolutePath;
    }

    static async Task Answer(Person guest, string address)
    {
        await guest.GoTo(address);
        await guest.Keyboard.Press(guest.Page.Locator("main summary", new() { HasText = "What you need" }));
        await guest.Keyboard.Type(Field(guest, "Needs"), "A chair with arms");
        await guest.Keyboard.Press(guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }));
    }

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");
}
