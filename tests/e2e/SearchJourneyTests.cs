using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>From kitchen-table words with a slip to an alert about something new.</summary>
public class SearchJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "Vegetables by bus where no shop is left";

    [Fact]
    public async Task Lay_words_with_a_slip_lead_to_a_story_and_saving_them_to_an_alert()
    {
        var ana = await Member(Cast.Ana);
        await ana.GoTo("/search");
        await ana.Page.Locator("#q").FillAsync("no place to buy vegies");
        await ana.Page.Locator("#q").PressAsync("Enter");
        await Expect(ana.Page.GetByText("Did you mean")).ToBeVisibleAsync();
        await Look.Axe(ana.Page);

        await ana.Page.Locator(".rail-open input[name=topic]").First.CheckAsync();
        await ana.Page.Locator(".rail-open button.button:not([data-near])").ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("topic="));
        await ana.Page.Locator("main .row h3 a").First.ClickAsync();
        await Expect(ana.Page.Locator("h1")).ToBeVisibleAsync();

        await ana.GoTo("/search?q=vegetables+bus");
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Save this search" }).ClickAsync();
        await Look.Axe(ana.Page);
        await ana.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/searches$"));
        await Look.Axe(ana.Page);

        await Publish(await Member(Cast.Joe));
        for (var tries = 0; tries < 60 && await ana.Page.GetByText("because you saved this search").CountAsync() == 0; tries++)
        {
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            await ana.GoTo("/notifications");
        }
        await Expect(ana.Page.GetByText("because you saved this search")).ToBeVisibleAsync();
        await ana.Page.Locator("main .row h2 a").First.ClickAsync();
        await Expect(ana.Page.Locator("main .row h2 a")).ToHaveTextAsync(Title);
        await Look.Axe(ana.Page);
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

    static async Task Publish(Person author)
    {
        await author.GoTo("/stories/new");
        await author.Page.Locator("[name='Input.Title']").FillAsync(Title);
        await author.Page.Locator("[name='Input.WhatChanged']").FillAsync("Forty families eat what the bus brings.");
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Expect(author.Page.Locator("h1.title")).ToHaveTextAsync(Title);
    }
}
