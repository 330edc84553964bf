using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>An old phone, a strict network, a text browser: scripts make things quicker, none of them is needed.</summary>
public class WithoutScriptTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "The bus stops at the clinic now";

    [Fact]
    public async Task Reading_writing_and_talking_need_no_script()
    {
        var joe = await Member(Cast.Joe, scripts: false);
        await joe.GoTo("/");
        await joe.Page.Locator("article.lead a").First.ClickAsync();
        await Expect(joe.Page.Locator("h1.title")).ToBeVisibleAsync();

        await Write(joe);
        await joe.Page.Locator("#comments-head ~ a").ClickAsync();
        await joe.Page.Locator("[name='Input.Body']").FillAsync("Line 12, every hour.");
        await joe.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(joe.Page.Locator("#comments .said")).ToHaveTextAsync("Line 12, every hour.");

        await joe.GoTo("/rooms/welcome");
        await joe.Page.Locator("[data-composer] textarea").FillAsync("Does line 12 run on Sundays?");
        await joe.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Expect(joe.Page.Locator("[data-talk] .said", new() { HasText = "Does line 12 run on Sundays?" })).ToBeVisibleAsync();
    }

    static async Task Write(Person author)
    {
        var picture = await author.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        await author.GoTo("/stories/new");
        await author.Page.Locator("[name='Input.Title']").FillAsync(Title);
        await author.Page.Locator("details:has([name=Picture]) > summary").First.ClickAsync();
        await author.Page.Locator("[name=Picture]").SetInputFilesAsync(new FilePayload { Name = "stop.jpg", MimeType = "image/jpeg", Buffer = picture });
        await author.Page.Locator("[name=PictureDescription]").FillAsync("A bus with its doors open at the clinic");
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        // Refused, because half of the heart of it is missing; what was typed and sent is still there.
        await Expect(author.Page.Locator("[name='Input.WhatChanged']")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(author.Page.Locator("[name='Input.Title']")).ToHaveValueAsync(Title);
        await Expect(author.Page.Locator("[data-pictures] textarea")).ToHaveValueAsync("A bus with its doors open at the clinic");

        await author.Page.Locator("[name='Input.WhatChanged']").FillAsync("Nobody walks forty minutes to a check-up.");
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Expect(author.Page.Locator("h1.title")).ToHaveTextAsync(Title);
        await Expect(author.Page.Locator("figure img")).ToHaveAttributeAsync("alt", "A bus with its doors open at the clinic");
    }
}
