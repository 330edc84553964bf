using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>Two people find each other, promise something, work through a question, meet, and one tells others what was learned.</summary>
public class MentoringJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    static readonly Player Nadia = new("nadia_starts", "Nadia Brandt");
    static readonly Player Otis = new("otis_helps", "Otis Reyes");

    [Fact]
    public async Task A_pact_is_proposed_accepted_worked_through_and_becomes_a_story_draft()
    {
        var (otis, nadia) = (await Member(Otis), await Member(Nadia));
        await Wish(otis, "offer");
        await Wish(nadia, "ask");

        var match = nadia.Page.Locator("#matches .row", new() { HasText = Otis.Name });
        await Expect(match).ToContainTextAsync("Also rural, knows Veterans");
        await match.GetByRole(AriaRole.Link, new() { Name = $"Propose a pact to {Otis.Name}" }).ClickAsync();
        await Field(nadia, "Goal").FillAsync("Ten veterans cook together every week");
        await Send(nadia);
        await Expect(nadia.Page.Locator("main")).ToContainTextAsync("No answer yet");

        await otis.GoTo("/mentoring");
        await otis.Page.Locator("main section[aria-labelledby=tome] a").First.ClickAsync();
        await Expect(otis.Page.Locator("h1")).ToHaveTextAsync($"{Nadia.Name} asks for your help");
        await otis.Page.GetByRole(AriaRole.Button, new() { Name = "Say yes" }).ClickAsync();
        await Expect(otis.Page.Locator("h1")).ToHaveTextAsync("Ten veterans cook together every week");
        var pact = new Uri(otis.Page.Url).AbsolutePath;

        await nadia.GoTo(pact);
        await nadia.Page.Locator("summary", new() { HasText = "Ask a question" }).ClickAsync();
        await Field(nadia, "Question").FillAsync("Who drives those without a car?");
        await Field(nadia, "Details").FillAsync("Three did not come because of it.");
        await nadia.Page.GetByRole(AriaRole.Button, new() { Name = "Ask in our room" }).ClickAsync();
        await Expect(nadia.Page.Locator("#questions")).ToBeVisibleAsync();

        // He answers in the room, and she hears it there without a reload.
        await nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Talk it through" }).ClickAsync();
        await Expect(nadia.Page.Locator("[data-talk] .said").First).ToContainTextAsync("Three did not come");
        await otis.GoTo(pact);
        await otis.Page.GetByRole(AriaRole.Link, new() { Name = "Talk it through" }).ClickAsync();
        await otis.Page.Locator("[data-composer] textarea").FillAsync("The post office van does, if you ask.");
        await otis.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Expect(nadia.Page.Locator("[data-talk]")).ToContainTextAsync("The post office van does");

        await nadia.GoTo(pact);
        await nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Mark as answered" }).ClickAsync();
        await Field(nadia, "Helped").FillAsync("Ask the post office van.");
        await Send(nadia);
        await Expect(nadia.Page.Locator("main")).ToContainTextAsync("1 answered question");

        await nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Plan a time to talk" }).ClickAsync();
        await Field(nadia, "Date").FillAsync(DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Field(nadia, "Starts").FillAsync("19:00");
        await Field(nadia, "Ends").FillAsync("19:30");
        await Field(nadia, "Zone").SelectOptionAsync("America/Chicago");
        await Send(nadia);
        await otis.GoTo(pact);
        var calendar = await otis.Page.Locator("main a[href$='/calendar.ics']").GetAttributeAsync("href");
        var file = await otis.Context.APIRequest.GetAsync(new Uri(App.Address, calendar!).AbsoluteUri);
        Assert.Contains("BEGIN:VEVENT", await file.TextAsync(), StringComparison.Ordinal);

        await nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Finish" }).ClickAsync();
        await Field(nadia, "WhatWeDid").FillAsync("We asked who drives.");
        await Field(nadia, "WhatChanged").FillAsync("Ten come every week.");
        await Send(nadia);
        await Expect(nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Mentor others now" })).ToBeVisibleAsync();
        await nadia.Page.GetByRole(AriaRole.Button, new() { Name = "Make a story of it" }).ClickAsync();
        await Expect(nadia.Page).ToHaveURLAsync(new Regex("/stories/new\\?draft="));
        await Expect(Field(nadia, "Title")).ToHaveValueAsync("Ten veterans cook together every week");
        await Expect(Field(nadia, "WhatChanged")).ToHaveValueAsync("Ten come every week.");
        Assert.Empty(nadia.Complaints);
        Assert.Empty(otis.Complaints);
    }

    static async Task Wish(Person person, string kind)
    {
        await person.GoTo($"/mentoring/{kind}");
        await person.Page.Locator("[name='Input.Topics'][value=veterans]").CheckAsync();
        await Field(person, "PlaceType").SelectOptionAsync("Countryside");
        await Send(person);
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Mentoring");
    }

    static Task Send(Person person) => person.Page.Locator("main form button.button-main").First.ClickAsync();

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");
}
