using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>Two people sit in a circle: one speaks, one passes, and nobody speaks out of turn.</summary>
public class CircleJourneyTests(App app, Browser browser) : RoomJourney(app, browser)
{
    static readonly Player Ida = new("ida_sits", "Ida Novak");
    static readonly Player Sam = new("sam_sits", "Sam Tanaka");

    [Fact]
    public async Task A_circle_fills_goes_round_and_ends_before_both_eyes()
    {
        var (ida, sam) = (await Member(Ida), await Member(Sam, Screen.Phone));
        var room = await OpenRoom(ida, "A quiet hour");
        await sam.GoTo(room);
        await ida.GoTo(room + "/circle");
        await Field(ida, "Prompt").FillAsync("Who is missing here?");
        await ida.Page.Locator("[name='Input.Seconds'][value='60']").CheckAsync();
        await ida.Page.Locator("[name='Input.Rounds'][value='1']").CheckAsync();
        await Send(ida);

        await Do(sam, "Join");
        await Expect(ida.Page.Locator("#m-1 [data-circle-seats]")).ToContainTextAsync($"@{Sam.Handle}");
        await Do(ida, "Begin");
        await Expect(sam.Page.Locator("#m-1 [data-circle-state]")).ToContainTextAsync($"@{Ida.Handle} speaks");
        await Expect(Button(sam, "Pass")).ToBeHiddenAsync();

        // Out of turn: the words stay with who wrote them, with the reason.
        await Answer(sam, "Me first");
        await Expect(sam.Page.Locator("main")).ToContainTextAsync("somebody else’s turn");
        await Answer(ida, "The people from the other side of the river");
        await Expect(sam.Page.Locator("[data-talk]")).ToContainTextAsync("the other side of the river");
        await Do(ida, "Done");
        await Expect(sam.Page.Locator("#m-1 [data-circle-state]")).ToContainTextAsync($"@{Sam.Handle} speaks");
        await Do(sam, "Pass");

        await Expect(ida.Page.Locator("#m-1 [data-circle-state]")).ToHaveTextAsync("The circle is over");
        await Expect(ida.Page.Locator("#m-1 [data-circle-seats] li").Nth(1)).ToContainTextAsync("passed");
        await Expect(ida.Page.Locator("[data-talk]")).Not.ToContainTextAsync("Me first");
    }

    static ILocator Button(Person who, string act) => who.Page.Locator($"#m-1 [data-circle-do={act}]");

    static async Task Do(Person who, string act)
    {
        await Button(who, act).ClickAsync();
        await Expect(Button(who, act)).ToBeHiddenAsync();
    }

    static async Task Answer(Person who, string words)
    {
        await who.Page.Locator("#m-1 .tools summary").ClickAsync();
        await who.Page.Locator("#m-1 [data-do=reply]").ClickAsync();
        await Composer(who).FillAsync(words);
        await who.Page.Locator("[data-composer] button.button-main").ClickAsync();
    }
}
