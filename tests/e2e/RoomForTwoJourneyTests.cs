using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>One asks another to talk; they do, share a picture and a link, and one ends it.</summary>
public class RoomForTwoJourneyTests(App app, Browser browser) : RoomJourney(app, browser)
{
    static readonly Player Noa = new("noa_asks", "Noa Fischer");
    static readonly Player Raj = new("raj_says_yes", "Raj Malik");

    // One grey dot.
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Two_people_agree_to_talk_and_share_a_picture_and_a_link_that_says_what_it_is()
    {
        var (noa, raj) = (await Member(Noa), await Member(Raj, Screen.Phone));
        await noa.GoTo($"/members/{Raj.Handle}");
        await noa.Page.GetByRole(AriaRole.Link, new() { Name = "Ask to talk" }).ClickAsync();
        await Field(noa, "Words").FillAsync("You grow beans on a roof. How?");
        await Send(noa);
        await Expect(noa.Page.Locator("main")).ToContainTextAsync("You asked to talk");

        await raj.GoTo("/rooms");
        await raj.Page.Locator("section[aria-labelledby=AskedOfYou] a").First.ClickAsync();
        await Expect(raj.Page.Locator("main")).ToContainTextAsync("You grow beans on a roof");
        await Send(raj);
        await Expect(raj.Page.Locator("h1")).ToHaveTextAsync($"You and {Noa.Name}");
        var room = new Uri(raj.Page.Url).AbsolutePath;
        await noa.GoTo(room);
        await Expect(noa.Page.Locator("h1")).ToHaveTextAsync($"You and {Raj.Name}");

        await raj.Page.Locator("[data-file]").SetInputFilesAsync(new FilePayload { Name = "roof.png", MimeType = "image/png", Buffer = Picture });
        await raj.Page.Locator("[data-attaching] input").FillAsync("The roof in May, with beans up to my knee");
        await Say(raj, "Like this.");
        var picture = noa.Page.Locator("#m-1 [data-files] img");
        await Expect(picture).ToHaveAttributeAsync("alt", "The roof in May, with beans up to my knee");
        Assert.True(await picture.EvaluateAsync<bool>("img => img.decode().then(() => img.naturalWidth > 0)"));

        await Say(noa, $"I read [the words]({App.Address}glossary#run-chart) and {App.Address}members/{Raj.Handle}");
        await Expect(raj.Page.Locator("#m-2 [data-links] li")).ToHaveCountAsync(2);
        await Expect(raj.Page.Locator("#m-2 [data-links]")).ToContainTextAsync("In plain words");
        await Expect(raj.Page.Locator("#m-2 [data-links]")).ToContainTextAsync(Raj.Name);
        await Look.FitsItsWidth(raj.Page);
        await Look.Axe(raj.Page);

        await noa.Page.GetByRole(AriaRole.Link, new() { Name = "End the talk or leave" }).ClickAsync();
        await Send(noa);
        await Expect(noa.Page.Locator("main")).ToContainTextAsync("This talk has ended");
        await Composer(raj).FillAsync("One more thing");
        await raj.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Expect(raj.Page.Locator("main")).ToContainTextAsync("takes no new messages");
    }
}
