using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>From kitchen-table words with a slip to an idea of one's own making.</summary>
public class SearchJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "Vegetables by bus where no shop is left";

    [Fact]
    public async Task A_newcomer_finds_an_idea_hears_of_a_new_one_and_takes_their_place_in_its_tree()
    {
        var ana = await Member(Cast.Ana);
        await ana.GoTo("/search");
        await ana.Page.Locator("#q").FillAsync("no place to buy vegies");
        await ana.Page.Locator("#q").PressAsync("Enter");
        await Expect(ana.Page.GetByText("Did you mean")).ToBeVisibleAsync();
        await Look.Axe(ana.Page);

        await ana.Page.Locator("main .tags a", new() { HasText = "Ideas" }).ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("kind=idea"));
        await ana.Page.Locator(".rail-open input[name=topic]").First.CheckAsync();
        await ana.Page.Locator(".rail-open button.button:not([data-near])").ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("topic="));
        await ana.Page.Locator("main .row h3 a").First.ClickAsync();
        await Expect(ana.Page.Locator("h1.ideahead")).ToBeVisibleAsync();

        await ana.GoTo("/search?q=vegetables+bus&kind=idea");
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Save this search" }).ClickAsync();
        await Look.Axe(ana.Page);
        await ana.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/searches$"));
        await Look.Axe(ana.Page);

        await Propose(await Member(Cast.Joe));
        for (var tries = 0; tries < 60 && await ana.Page.GetByText("because you saved this search").CountAsync() == 0; tries++)
        {
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            await ana.GoTo("/notifications");
        }
        await Expect(ana.Page.GetByText("because you saved this search")).ToBeVisibleAsync();
        // Others make news for her too.
        await ana.Page.Locator("main .row", new() { HasText = "because you saved this search" }).Locator("h2 a").First.ClickAsync();
        await Expect(ana.Page.Locator("main .row h2 a")).ToHaveTextAsync(Title);
        await Look.Axe(ana.Page);

        await ana.Page.Locator("main .row h2 a").ClickAsync();
        await Adapt(ana);
    }

    [Fact]
    public async Task The_field_offers_titles_to_the_keyboard_and_says_so_to_a_screen_reader()
    {
        var visitor = await Someone();
        await visitor.GoTo("/search");
        var field = visitor.Page.Locator("#q");
        await field.FillAsync("gard");
        var options = visitor.Page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Look.Axe(visitor.Page);
        await field.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "q-offers-0");
        await Look.Axe(visitor.Page);
        await field.PressAsync("Escape");
        await Expect(options.First).ToBeHiddenAsync();
        await Expect(field).ToHaveValueAsync("gard");
        await field.PressAsync("ArrowDown");
        await Expect(options.First).ToBeVisibleAsync();
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await Expect(visitor.Page).Not.ToHaveURLAsync(new Regex("/search"));
    }

    static async Task Propose(Person proposer)
    {
        await proposer.GoTo("/ideas/new");
        await proposer.Page.Locator("[name='Input.Title']").FillAsync(Title);
        await proposer.Page.Locator("[name='Input.Body']").FillAsync("Ask a farmer for a box a street. Let the bus bring it.");
        await proposer.Page.Locator("[name='Input.Sources'][value='livedExperience']").CheckAsync();
        await proposer.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Expect(proposer.Page.Locator("h1.ideahead")).ToHaveTextAsync(Title);
    }

    static async Task Adapt(Person adapter)
    {
        await Expect(adapter.Page.Locator("h1.ideahead")).ToHaveTextAsync(Title);
        var idea = new Uri(adapter.Page.Url).AbsolutePath;
        await adapter.Page.Locator($"main a[href='{idea}/adapt']").First.ClickAsync();
        await adapter.Page.Locator("[name='Input.Who']").FillAsync("Harbour Lane Cooks");
        await adapter.Page.Locator("[name='Input.WhatWeChange']").FillAsync("Fish instead of vegetables.");
        await adapter.Page.Locator("[name='Input.Prediction']").FillAsync("Twenty families in a month.");
        await adapter.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(adapter.Page.Locator("h1")).ToHaveTextAsync("Harbour Lane Cooks");

        await adapter.GoTo(idea);
        await adapter.Keyboard.TabTo(adapter.Page.Locator(".tree-box"));
        await adapter.Keyboard.Press(adapter.Page.Locator(".outline a", new() { HasText = "Harbour Lane Cooks" }));
        await Expect(adapter.Page).ToHaveURLAsync(new Regex("/adaptations/"));
        await Expect(adapter.Page.Locator("h1")).ToHaveTextAsync("Harbour Lane Cooks");
    }
}
