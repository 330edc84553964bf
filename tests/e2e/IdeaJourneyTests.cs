using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>An idea on its way from one community to the next, and back with what did not work.</summary>
public class IdeaJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "Lanterns light the footpath to the night bus";

    [Fact]
    public async Task An_idea_is_proposed_adapted_and_its_failure_told_and_read_by_keyboard_alone()
    {
        var ana = await Member(Cast.Ana);
        var idea = await Propose(ana);

        var joe = await Member(Cast.Joe);
        await Adapt(joe, idea);
        await TellFailure(joe);

        await ReadTheTree(await Someone("reader"), idea);
    }

    static async Task<string> Propose(Person proposer)
    {
        await proposer.GoTo("/ideas");
        await proposer.Keyboard.Press(proposer.Page.Locator("main a[href='/ideas/new']").First);
        await proposer.Keyboard.Type(Field(proposer, "Title"), Title);
        await proposer.Keyboard.Type(Field(proposer, "Body"), "Ask who walks home last. Hang ten lanterns. Count who takes the bus.");
        await proposer.Keyboard.Press(proposer.Page.Locator("[name='Input.Sources'][value='livedExperience']"), "Space");
        await proposer.Keyboard.Press(proposer.Page.Locator("form.writing .send button.button-main"));
        await Expect(proposer.Page.Locator("h1.ideahead")).ToHaveTextAsync(Title);
        await Expect(proposer.Page.Locator("main .empty")).ToBeVisibleAsync();
        return new Uri(proposer.Page.Url).AbsolutePath;
    }

    static async Task Adapt(Person adapter, string idea)
    {
        await adapter.GoTo(idea);
        await adapter.Keyboard.Press(adapter.Page.Locator($"main a[href='{idea}/adapt']").First);
        await adapter.Keyboard.Type(Field(adapter, "Who"), "Hill Street Walkers");
        await adapter.Keyboard.Type(Field(adapter, "WhatWeChange"), "Bicycle lamps instead of lanterns.");
        await adapter.Keyboard.Type(Field(adapter, "Prediction"), "Ten more riders in four weeks.");
        await adapter.Keyboard.Press(adapter.Page.Locator("main form button.button-main"));
        await Expect(adapter.Page.Locator("h1")).ToHaveTextAsync("Hill Street Walkers");
    }

    static async Task TellFailure(Person adapter)
    {
        await adapter.Keyboard.Press(adapter.Page.Locator("main a.button-main[href$='/tell']"));
        await adapter.Keyboard.TabTo(adapter.Page.Locator("[name='Input.Result']").First);
        await adapter.Page.Keyboard.PressAsync("ArrowUp"); // from the first round to the last: given up
        await adapter.Keyboard.Type(Field(adapter, "WhatHappened"), "The lamps were stolen in the first week.");
        await adapter.Keyboard.Press(adapter.Page.Locator("main form button.button-main"));
        await Expect(adapter.Page.Locator("article h3").First).ToContainTextAsync("was given up");
    }

    static async Task ReadTheTree(Person reader, string idea)
    {
        await reader.GoTo(idea);
        await Expect(reader.Page.Locator("svg.tree .t-stop").First).ToBeAttachedAsync();
        await Expect(reader.Page.Locator(".notice-care")).ToContainTextAsync("Hill Street Walkers");
        // The picture scrolls by arrows once it has the focus; the list under it leads on.
        await reader.Keyboard.TabTo(reader.Page.Locator(".tree-box"));
        await reader.Keyboard.Press(reader.Page.Locator(".outline a", new() { HasText = "Hill Street Walkers" }));
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/adaptations/"));
        await Expect(reader.Page.Locator("article")).ToContainTextAsync("The lamps were stolen in the first week.");
        await reader.Keyboard.Press(reader.Page.Locator(".crumb a"));
        await Expect(reader.Page.Locator("h1.ideahead")).ToHaveTextAsync(Title);
    }

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");
}
