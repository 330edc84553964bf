using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>The whole way without a pointer. The keyboard of the harness asks at every stop that the focus can be seen.</summary>
public class KeyboardJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "A library lends seeds";

    [Fact]
    public async Task Joining_writing_and_talking_need_no_pointer()
    {
        var lena = await Someone("lena");
        await Join(lena);
        await Write(lena);
        await Comment(lena);
        await Talk(lena);
    }

    async Task Join(Person newcomer)
    {
        const string email = "lena@example.org";
        await newcomer.GoTo("/");
        await newcomer.Keyboard.Press(newcomer.Page.Locator("header a[href='/account/register']"));
        var passphrase = await newcomer.Page.Locator(".passphrase").InnerTextAsync();
        foreach (var (field, text) in new[] { ("Name", "Lena Hoffmann"), ("Handle", "lena_seeds"), ("Email", email), ("Password", passphrase) })
            await newcomer.Keyboard.Type(Field(newcomer, field), text);
        await newcomer.Page.Keyboard.PressAsync("Enter");
        await Expect(newcomer.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sent$"));

        var letter = await App.Mail.Newest(email);
        await newcomer.Page.GotoAsync(letter.Links.Single(link => link.Contains("/account/confirm", StringComparison.Ordinal)));
        await newcomer.Keyboard.Press(newcomer.Page.Locator("main form button.button-main"), "Space");
        await Expect(newcomer.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/profile$"));
    }

    static async Task Write(Person author)
    {
        await author.Keyboard.Press(author.Page.Locator("header summary"));
        await author.Keyboard.Press(author.Page.Locator("header a[href='/stories/new']"));
        await author.Keyboard.Type(Field(author, "Title"), Title);
        await author.Keyboard.Type(Field(author, "WhatChanged"), "Two hundred packets went home with neighbours.");
        await author.Keyboard.Press(author.Page.Locator("details:has(> .flowing [name='Input.Topics']) > summary"));
        await author.Keyboard.Press(author.Page.Locator("[name='Input.Topics'][value='food-access']"), "Space");
        await author.Keyboard.Press(author.Page.Locator("form.writing .send button.button-main"));
        await Expect(author.Page.Locator("h1.title")).ToHaveTextAsync(Title);
        await Expect(author.Page.Locator(".facts a[href='/stories?topic=food-access']")).ToBeVisibleAsync();
    }

    static async Task Comment(Person reader)
    {
        await reader.Keyboard.Press(reader.Page.Locator("#comments-head ~ a"));
        await reader.Keyboard.Type(Field(reader, "Body"), "Beans went first.");
        await reader.Keyboard.Press(reader.Page.Locator("main form button.button-main"));
        await Expect(reader.Page.Locator("#comments .said")).ToHaveTextAsync("Beans went first.");
    }

    static async Task Talk(Person speaker)
    {
        await speaker.Keyboard.Press(speaker.Page.Locator("nav a[href='/rooms']").First);
        await speaker.Keyboard.Press(speaker.Page.Locator("main a[href='/rooms/welcome']"));
        await speaker.Keyboard.Type(speaker.Page.Locator("[data-composer] textarea"), "Who has seeds to spare?");
        await speaker.Keyboard.Press(speaker.Page.Locator("[data-composer] button.button-main"));
        await Expect(speaker.Page.Locator("[data-talk] .said", new() { HasText = "Who has seeds to spare?" })).ToBeVisibleAsync();
    }

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");
}
