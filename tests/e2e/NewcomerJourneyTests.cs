using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>What the site is for, from the first look to the first conversation.</summary>
public partial class NewcomerJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Title = "Forty neighbours walk together on Tuesdays";
    const string Changed = "Forty neighbours walk every Tuesday, and eleven of them had not left home alone for a year.";
    const string Advice = "Begin at the bench, so that nobody has to arrive in time.";

    [Fact]
    public async Task A_newcomer_is_heard_by_the_whole_site()
    {
        var rosa = await Someone("rosa");
        await Read(rosa);
        await Join(rosa);
        await WriteOverALostConnection(rosa);
        var story = await Publish(rosa);
        await IsFoundEverywhere(rosa, story);

        var joe = await Member(Cast.Joe);
        await Answer(joe, story);
        await IsTold(rosa, 2);
        await OpenTheNews(rosa);

        var mira = await Member(Cast.Mira);
        await Feature(mira, story);
        await IsTold(rosa, 3);
        await MeetInTheWelcomeRoom(rosa, joe);
    }

    static async Task Read(Person reader)
    {
        await reader.GoTo("/");
        await reader.Page.Locator("article.lead a").First.ClickAsync();
        await Expect(reader.Page.Locator("h1.title")).ToBeVisibleAsync();
    }

    async Task Join(Person newcomer)
    {
        const string email = "rosa@example.org";
        await newcomer.Page.Locator("header a[href='/account/register']").ClickAsync();
        var passphrase = await newcomer.Page.Locator(".passphrase").InnerTextAsync();
        await Fill(newcomer, ("Name", "Rosa Delgado"), ("Handle", "rosa_walks"), ("Email", email), ("Password", passphrase));
        await newcomer.Page.Locator("form:has([name='Input.Handle']) button.button-main").ClickAsync();
        await Expect(newcomer.Page).ToHaveURLAsync(Ending("/account/sent"));

        var letter = await App.Mail.Newest(email);
        await newcomer.Page.GotoAsync(letter.Links.Single(link => link.Contains("/account/confirm", StringComparison.Ordinal)));
        await newcomer.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(newcomer.Page).ToHaveURLAsync(Ending("/account/profile"));
    }

    static async Task WriteOverALostConnection(Person author)
    {
        await author.GoTo("/stories/new");
        await Fill(author, ("Title", Title), ("WhatChanged", Changed));
        await AddPicture(author, "Neighbours of all ages around a bench at the corner of the park");
        await author.Page.Locator("details:has(> .flowing [name='Input.Topics']) > summary").ClickAsync();
        await author.Page.Locator("[name='Input.Topics'][value='aging-well']").CheckAsync();
        await Expect(author.Page).ToHaveURLAsync(DraftAddress());

        await author.Context.SetOfflineAsync(true);
        await Fill(author, ("Advice", Advice));
        await Expect(author.Page.Locator("[data-status]")).ToContainTextAsync("Kept on this device");
        await author.OpenNewTab();
        await author.Context.SetOfflineAsync(false);

        await author.GoTo("/stories/drafts");
        await author.Page.Locator("main .row a", new() { HasText = Title }).ClickAsync();
        await Expect(Field(author, "Title")).ToHaveValueAsync(Title);
        await Expect(Field(author, "WhatChanged")).ToHaveValueAsync(Changed);
        await Expect(Field(author, "Advice")).ToHaveValueAsync(Advice);
        await Expect(author.Page.Locator("[data-pictures] img")).ToHaveCountAsync(1);
    }

    static async Task AddPicture(Person author, string description)
    {
        var picture = await author.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        await author.Page.Locator("details:has([data-upload]) > summary").First.ClickAsync();
        await author.Page.Locator("[data-upload]").SetInputFilesAsync(new FilePayload { Name = "walk.jpg", MimeType = "image/jpeg", Buffer = picture });
        await author.Page.Locator("[data-pictures] textarea").FillAsync(description);
    }

    static async Task<string> Publish(Person author)
    {
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Expect(author.Page.Locator("h1.title")).ToHaveTextAsync(Title);
        await Expect(author.Page.Locator("figure img")).ToHaveAttributeAsync("alt", "Neighbours of all ages around a bench at the corner of the park");
        return new Uri(author.Page.Url).AbsolutePath;
    }

    async Task IsFoundEverywhere(Person author, string story)
    {
        foreach (var place in new[] { "/", "/stories/feed.xml", "/stories/feed.json", "/stories?topic=aging-well", "/search?q=neighbours+walk+tuesdays", "/api/search?q=neighbours+walk+tuesdays" })
            await Eventually.Holds($"{place} leads to the story", async () => (await App.Client.GetStringAsync(place)).Contains(story, StringComparison.Ordinal), Eventually.Promised);

        await author.GoTo("/");
        await Expect(author.Page.GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
        await author.Page.Locator("main [name=q]").FillAsync("neighbours who walk together");
        await author.Page.Keyboard.PressAsync("Enter");
        await Expect(author.Page.Locator("main .row h3").GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
    }

    static async Task Answer(Person reader, string story)
    {
        await reader.GoTo(story);
        await reader.Page.Locator("main a[href$='/respond/we-tried-this']").ClickAsync();
        await reader.Page.Locator("[name=Note]").FillAsync("We walk on Thursdays, from the library.");
        await reader.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(reader.Page.Locator("main .notice")).ToBeVisibleAsync();

        await reader.GoTo(story);
        await reader.Page.Locator("#comments-head ~ a").ClickAsync();
        await Fill(reader, ("Body", "Who brings the *water*?"));
        await reader.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(reader.Page.Locator("#comments .said")).ToHaveTextAsync("Who brings the water?");
    }

    /// <summary>The bell counts what is new, and the list has all of it.</summary>
    static async Task IsTold(Person author, int times)
    {
        var news = author.Page.Locator("main .row h2");
        await Eventually.Holds($"the author has been told {times} times", async () =>
        {
            await author.GoTo("/notifications");
            return await news.CountAsync() == times;
        });
        await Expect(author.Page.Locator("header [data-bell] .unread")).ToHaveTextAsync($"{await news.Locator(".tag").CountAsync()}");
    }

    static async Task OpenTheNews(Person author)
    {
        var news = author.Page.Locator("main .row h2");
        await Expect(news.Filter(new() { HasText = "Joe Okafor tried what you tell" })).ToHaveCountAsync(1);
        await news.Filter(new() { HasText = "Joe Okafor commented" }).Locator("a").ClickAsync();
        await Expect(author.Page.Locator("#comments .said")).ToBeVisibleAsync();
    }

    static async Task Feature(Person editor, string story)
    {
        await editor.GoTo(story);
        await editor.Page.Locator("main a[href^='/admin/featured']").ClickAsync();
        await editor.Page.Locator("article.row", new() { HasText = Title }).Locator("form button").ClickAsync();
        await Expect(editor.Page.Locator("section").First.GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
    }

    static async Task MeetInTheWelcomeRoom(Person rosa, Person joe)
    {
        await rosa.GoTo("/rooms/welcome");
        await joe.GoTo("/rooms/welcome");
        await Say(rosa, "Is anybody near the park on Tuesday?");
        await Sees(joe, "Is anybody near the park on Tuesday?");

        await rosa.Context.SetOfflineAsync(true);
        await Say(joe, "I am, from nine.");
        await Say(joe, "I bring water.");
        await Say(rosa, "I can bring fruit.");
        await Say(rosa, "And a map.");
        await Expect(rosa.Page.Locator("[data-pending] .entry")).ToHaveCountAsync(2);
        await rosa.Context.SetOfflineAsync(false);

        foreach (var person in new[] { rosa, joe })
            foreach (var words in new[] { "I am, from nine.", "I bring water.", "I can bring fruit.", "And a map." })
                await Sees(person, words);
        await Expect(rosa.Page.Locator("[data-pending] .entry")).ToHaveCountAsync(0);
        await Eventually.Holds("both see the same in the same order", async () => (await Talk(rosa)).SequenceEqual(await Talk(joe)));

        // Others may be talking here too.
        var talk = (await Talk(rosa)).ToList();
        foreach (var words in new[] { "I am, from nine.", "I bring water.", "I can bring fruit.", "And a map." })
            Assert.Single(talk, said => said == words);
        Assert.True(talk.IndexOf("I can bring fruit.") < talk.IndexOf("And a map."), "What was written without a connection keeps its order.");
        await rosa.Page.ReloadAsync();
        Assert.Equal(talk, (await Talk(rosa)).Take(talk.Count));
    }

    static async Task Say(Person speaker, string words)
    {
        await speaker.Page.Locator("[data-composer] textarea").FillAsync(words);
        await speaker.Page.Locator("[data-composer] button.button-main").ClickAsync();
    }

    static Task Sees(Person person, string words) =>
        Expect(person.Page.Locator("[data-talk] .said", new() { HasText = words })).ToBeVisibleAsync(new() { Timeout = 30_000 });

    static Task<IReadOnlyList<string>> Talk(Person person) => person.Page.Locator("[data-talk] .said").AllInnerTextsAsync();

    static Regex Ending(string path) => new(Regex.Escape(path) + "$");

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");

    static async Task Fill(Person person, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await Field(person, field).FillAsync(text);
    }

    [GeneratedRegex(@"\?draft=[0-9a-f-]{36}$")]
    private static partial Regex DraftAddress();
}
