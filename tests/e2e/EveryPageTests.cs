using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HealthDoers.Tests;

/// <summary>Everybody can read every page: axe finds nothing in light and dark, nothing scrolls sideways, nothing fails to load.</summary>
public abstract partial class EveryPage(App app, Browser browser) : Journey(app, browser)
{
    /// <summary>Looks at all of them before it complains, so that one run tells everything.</summary>
    protected static async Task Visit(Person person, params string[] paths)
    {
        var faults = new List<string>();
        foreach (var path in paths)
        {
            var answer = await person.GoTo(path);
            if (answer.Status != (path == "/nowhere" ? 404 : 200))
                faults.Add($"{path} answered {answer.Status}");
            if (new Uri(answer.Url).PathAndQuery != path)
                faults.Add($"{path} leads to {answer.Url}");
            await LookAt(person, faults);
        }
        faults.AddRange(person.Complaints);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    /// <summary>The page as it is now: also what a form says when it is refused.</summary>
    protected static async Task LookAt(Person person, List<string> faults)
    {
        foreach (var look in new Func<IPage, Task>[] { Look.Axe, Look.FitsItsWidth })
        {
            try
            {
                await look(person.Page);
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add(fault.Message);
            }
        }
    }

    protected async Task<string> FirstStory() => StoryAddress().Match(await App.Client.GetStringAsync("/stories")).Groups[1].Value;

    [GeneratedRegex("""<h3[^>]*><a href="(/stories/[^"?]+)">""")]
    private static partial Regex StoryAddress();
}

public class EveryPublicPageTests(App app, Browser browser) : EveryPage(app, browser)
{
    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody(Screen screen)
    {
        var story = await FirstStory();
        await Visit(await Someone(screen: screen),
            "/", "/stories", "/stories?topic=food-access", "/stories?kind=failForward", story, $"{story}/history",
            "/glossary", "/about", "/about/movement", "/about/community-of-solutions", "/about/evidence", "/about/feeds", "/help", "/privacy",
            "/members", "/members/healthdoers", "/rooms", "/rooms/welcome", "/search", "/search?q=garden", "/search?q=zzzzqqq", "/search?q=gardn&topic=food-access",
            "/account/register", "/account/sent", "/account/confirm?token=old", "/account/login", "/account/forgot", "/account/reset?token=old", "/account/first?token=old",
            "/nowhere");
    }

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody_when_it_refuses(Screen screen)
    {
        var faults = new List<string>();
        var visitor = await Someone(screen: screen);
        foreach (var path in new[] { "/account/register", "/account/login", "/account/forgot" })
        {
            await visitor.GoTo(path);
            await visitor.Page.Locator("main form button.button-main").ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("main [aria-invalid=true]").First).ToBeVisibleAsync();
            await LookAt(visitor, faults);
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}

public class EveryMemberPageTests(App app, Browser browser) : EveryPage(app, browser)
{
    static int count;

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody(Screen screen)
    {
        var ana = await Member(Cast.Ana, screen);
        var story = await Publish(ana);
        await Comment(ana, story);
        await Say(ana);
        await Visit(ana,
            "/", story, $"{story}/edit", $"{story}/history", $"{story}/consents", $"{story}/withdraw", $"{story}/responses", $"{story}/comment", $"{story}/respond/i-can-help",
            $"{story}/keep", $"/follow{story.Replace("stories", "story", StringComparison.Ordinal)}", $"/report{story.Replace("stories", "story", StringComparison.Ordinal)}",
            "/stories/new", "/stories/drafts", "/stories/unsent", "/stories/kept", "/notifications", "/rooms", "/rooms/welcome", "/members/ana_flores",
            "/account", "/account/profile", "/account/password", "/account/email", "/account/tokens", "/account/data", "/account/leave", "/account/logout");
    }

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody_when_it_refuses(Screen screen)
    {
        var faults = new List<string>();
        var ana = await Member(Cast.Ana, screen);
        foreach (var path in new[] { "/stories/new", "/account/tokens", "/account/password", "/account/email" })
        {
            await ana.GoTo(path);
            await ana.Page.Locator("main form button.button-main").Last.ClickAsync();
            await Assertions.Expect(ana.Page.Locator("main [aria-invalid=true]").First).ToBeVisibleAsync();
            await LookAt(ana, faults);
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody_at_the_desk(Screen screen) =>
        await Visit(await Member(Cast.Mira, screen),
            "/", "/admin", "/admin/featured", "/admin/reports", "/admin/records", "/admin/members", "/admin/standings", "/admin/events", "/admin/mail");

    static async Task<string> Publish(Person author)
    {
        await author.GoTo("/stories/new");
        await author.Page.Locator("[name='Input.Title']").FillAsync($"A bench at the corner, {Interlocked.Increment(ref count)}");
        await author.Page.Locator("[name='Input.WhatChanged']").FillAsync("Neighbours sit down and talk.");
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Assertions.Expect(author.Page.Locator("h1.title")).ToBeVisibleAsync();
        return new Uri(author.Page.Url).AbsolutePath;
    }

    static async Task Comment(Person reader, string story)
    {
        await reader.GoTo($"{story}/comment");
        await reader.Page.Locator("[name='Input.Body']").FillAsync("It is **green**, see https://example.org/a/very/long/address/that/goes/on/and/on/and/on/and/on/and/on.");
        await reader.Page.Locator("main form button.button-main").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#comments .said")).ToBeVisibleAsync();
    }

    static async Task Say(Person speaker)
    {
        await speaker.GoTo("/rooms/welcome");
        await speaker.Page.Locator("[data-composer] textarea").FillAsync("Hello. `code` and > a quote");
        await speaker.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Assertions.Expect(speaker.Page.Locator("[data-talk] .said").First).ToBeVisibleAsync();
    }
}
