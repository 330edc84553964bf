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
        foreach (var look in Walk.AxeLooksAt(person.Screen) ? new Func<IPage, Task>[] { Look.Axe, Look.FitsItsWidth } : [Look.FitsItsWidth])
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

    protected async Task<string> MostAdaptedIdea() => IdeaAddress().Match(await App.Client.GetStringAsync("/ideas?sort=mostAdapted")).Groups[1].Value;

    protected async Task<string> FirstAdaptation(string idea) => AdaptationAddress().Match(await App.Client.GetStringAsync(idea)).Value;

    /// <summary>The page on which a steward takes the hub's first story out.</summary>
    protected async Task<string> FirstStoryToTakeOut(string hub) =>
        hub + "/take-out/" + StoryAddress().Match(await App.Client.GetStringAsync(hub + "/stories")).Groups[1].Value["/stories/".Length..];

    [GeneratedRegex("""<h3[^>]*><a href="(/ideas/[^"?]+)">""")]
    private static partial Regex IdeaAddress();

    [GeneratedRegex("/adaptations/[0-9a-f-]{36}")]
    private static partial Regex AdaptationAddress();

    [GeneratedRegex("""<h3[^>]*><a href="(/stories/[^"?]+)">""")]
    private static partial Regex StoryAddress();
}

public class EveryPublicPageTests(App app, Browser browser) : EveryPage(app, browser)
{
    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody(Screen screen)
    {
        var (story, idea) = (await FirstStory(), await MostAdaptedIdea());
        await Visit(await Someone(screen: screen),
            "/", "/stories", "/stories?topic=food-access", "/stories?kind=failForward", story, $"{story}/history",
            "/ideas", "/ideas?sort=mostAdapted&evidence=brightSpot", "/ideas?topic=aging-well&source=bestPractice", idea, $"{idea}/history", await FirstAdaptation(idea), "/search?kind=idea&q=school",
            "/glossary", "/glossary/words", "/glossary/words?q=kids", "/about", "/about/movement", "/about/community-of-solutions", "/about/evidence", "/about/feeds", "/help", "/privacy",
            "/hubs", "/hubs?q=aging", "/hubs?q=zzzzqqq", "/hubs/aging-well", "/hubs/scotland", "/hubs/aging-well/stories", "/hubs/aging-well/members", "/hubs/aging-well/agreement",
            "/map", "/map?place=Maywod", "/map?place=Springfield", "/map?place=Xqzzvkw", "/map?bbox=170,-60,-170,60&zoom=3", "/map?programme=scale-1-0&hub=minnesota", "/map/activity?topic=food-access", "/map?q=zzzzqqq", "/map?layers=brightSpot&topic=food-access", "/map/embed", "/map/activity", "/map/add", "/map/mine", "/map/sent",
            "/communities", "/communities?topic=food-access&q=zzz", "/communities/proviso-partners-for-health", "/communities/live-algoma", "/communities/live-algoma/history",
            "/initiatives", "/communities?hub=minnesota", "/communities/wellness-now/history", "/initiatives", "/initiatives/scale-1-0", "/initiatives/100-million-healthier-lives", "/partners", "/partners?sector=funders", "/partners/concord-hospital", "/resources", "/resources?category=measuringImpact&q=zzz",
            "/gatherings", "/gatherings?how=online&topic=food-access", "/gatherings?place=zzzzqqq", "/gatherings?when=past",
            "/members", "/members?q=zzzzqqq", "/members/healthdoers", "/rooms", "/rooms/welcome", "/mentoring", "/visits", "/teams", "/search", "/search?q=garden", "/search?q=zzzzqqq", "/search?q=gardn&topic=food-access",
            "/account/register", "/account/sent", "/account/confirm?token=old", "/account/login", "/account/forgot", "/account/reset?token=old", "/account/first?token=old",
            "/nowhere");
    }

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody_when_it_refuses(Screen screen)
    {
        var faults = new List<string>();
        var visitor = await Someone(screen: screen);
        foreach (var path in new[] { "/account/register", "/account/login", "/account/forgot", "/map/add" })
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
        await App.Admit(Cast.Mira);
        var ana = await Member(Cast.Ana, screen);
        var story = await Publish(ana);
        await Comment(ana, story);
        await Say(ana);
        var idea = await MostAdaptedIdea();
        var adaptation = await Adapt(ana, idea);
        var gathering = await Announce(ana);
        var entry = await AddToMap(ana);
        var community = await Found(ana);
        var room = await OpenRoom(ana);
        var talk = await AskToTalk(ana);
        var joe = await Member(Cast.Joe);
        var pact = await MakePact(ana, joe);
        var offer = await OfferVisit(ana, community);
        var visit = await MakeVisit(joe, ana, offer);
        await Visit(ana,
            "/activity", "/visits", "/visits/new", offer, $"{offer}/edit", $"{offer}/apply", visit, $"{visit}/day", "/notifications/devices", "/notifications/mail-again", "/mentoring", "/mentoring/ask", "/mentoring/offer", "/mentoring/ledger", pact, $"{pact}/plan", $"{pact}/notes", $"{pact}/meet", $"{pact}/end",
            "/gatherings", gathering, $"{gathering}/edit", $"{gathering}/rsvp", $"{gathering}/coming", $"{gathering}/move", $"{gathering}/cancel", $"{gathering}/outcome", "/gatherings/new", "/gatherings/mine",
            $"/report/gathering{gathering["/gatherings".Length..]}",
            "/ideas/new", "/ideas/kept", $"{idea}/adapt", $"{idea}/keep", $"/follow/idea{idea["/ideas".Length..]}", $"/report/idea{idea["/ideas".Length..]}",
            adaptation, $"{adaptation}/change", $"{adaptation}/tell", $"{adaptation}/story", $"{adaptation}/withdraw",
            "/", story, $"{story}/edit", $"{story}/history", $"{story}/consents", $"{story}/withdraw", $"{story}/responses", $"{story}/comment", $"{story}/respond/i-can-help",
            $"{story}/keep", $"/follow{story.Replace("stories", "story", StringComparison.Ordinal)}", $"/report{story.Replace("stories", "story", StringComparison.Ordinal)}",
            "/hubs", "/hubs/new", "/hubs/metrics/join", "/hubs/metrics/share", "/hubs/metrics/talk", "/follow/hub/metrics",
            "/stories/new", "/stories/drafts", "/stories/unsent", "/stories/kept", "/notifications", "/account/notifications", await FollowAHub(ana), "/searches", "/searches/new?q=garden", "/glossary/words/edit?phrase=kids", "/rooms", "/rooms/welcome", "/rooms/welcome/join", "/rooms/welcome/topics", "/rooms/welcome/people", "/rooms/welcome/register", "/rooms/welcome/export", "/rooms/about/stories/" + story["/stories/".Length..], "/teams/new", "/rooms/new", "/rooms/welcome/poll", "/rooms/welcome/circle", "/account/presence", "/account/talks", "/members/ana_flores", "/members/tia_listens", talk, "/members/mira_edits/talk",
            room, $"{room}/messages/1/work", $"{room}/join", $"{room}/people", $"{room}/settings", $"{room}/topics", $"{room}/register/action", $"{room}/register/starred",
            "/communities/new", "/partners/new", "/initiatives/new", "/communities/wellness-now/claim",
            $"{community}", $"{community}/edit", $"{community}/team", $"{community}/seat", $"{community}/history", "/members/mira_edits/spotlight",
            "/map/add", "/map/mine", entry, entry.Replace("entries/", "mine?id=", StringComparison.Ordinal), "/account", "/account/profile", "/account/password", "/account/email", "/account/tokens", "/account/data", "/account/leave", "/account/logout");
    }

    [Theory, MemberData(nameof(Walk.Screens), MemberType = typeof(Walk))]
    public async Task Can_be_read_by_everybody_when_it_refuses(Screen screen)
    {
        var faults = new List<string>();
        var ana = await Member(Cast.Ana, screen);
        await Found(ana);
        foreach (var path in new[] { "/ideas/new", $"{await MostAdaptedIdea()}/adapt", "/stories/new", "/communities/new", "/gatherings/new", "/partners/new", "/initiatives/new", "/communities/wellness-now/claim", "/account/tokens", "/account/password", "/account/email", "/rooms/new", "/mentoring/offer", "/visits/new" })
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
            "/communities/wellness-now/edit", "/communities/wellness-now/team", await FirstStoryToTakeOut("/hubs/aging-well"),
            "/hubs/metrics", "/hubs/metrics/desk", "/hubs/metrics/edit", "/hubs/metrics/agreement/edit", "/hubs/metrics/roles", "/hubs/metrics/shape", "/admin/hubs",
            "/", $"{await MostAdaptedIdea()}/desk", "/admin", "/admin/featured", "/admin/reports", "/admin/records", "/admin/members", "/admin/standings", "/admin/words", "/admin/asked", "/admin/events", "/admin/mail", "/admin/claims", "/admin/spotlights", "/mentoring/unmatched");

    static async Task<string> Announce(Person host)
    {
        await host.GoTo("/gatherings/new");
        foreach (var (field, text) in new[]
        {
            ("Title", $"Tea for many, {Interlocked.Increment(ref count)}"), ("What", "A *slow* hour."), ("Date", DateTime.UtcNow.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("Starts", "19:00"), ("Ends", "20:00"), ("Venue", "Library"),
        })
            await host.Page.Locator($"[name='Input.{field}']").FillAsync(text);
        await host.Page.Locator("[name='Input.Zone']").SelectOptionAsync("America/Chicago");
        await host.Page.Locator("[name='Input.Repeats']").SelectOptionAsync("Weekly");
        await host.Page.Locator("main form .send button.button-main").ClickAsync();
        await Assertions.Expect(host.Page.Locator("h1")).ToContainTextAsync("Tea for many");
        return new Uri(host.Page.Url).AbsolutePath;
    }

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

    static async Task<string> Adapt(Person adapter, string idea)
    {
        await adapter.GoTo($"{idea}/adapt");
        foreach (var (field, text) in new[] { ("Who", "A street with many children"), ("WhatWeChange", "In the evening"), ("Prediction", "More come") })
            await adapter.Page.Locator($"[name='Input.{field}']").FillAsync(text);
        await adapter.Page.Locator("main form button.button-main").ClickAsync();
        await Assertions.Expect(adapter.Page.Locator("h1.ideahead")).ToBeVisibleAsync();
        return new Uri(adapter.Page.Url).AbsolutePath;
    }

    static async Task<string> AddToMap(Person member)
    {
        await member.GoTo("/map/add");
        await member.Page.Locator("[name='Input.Summary']").FillAsync("I walk with neighbours.");
        await Send(member);
        await member.Page.Locator("[name='Input.Where.Search']").FillAsync("Maywood, Illinois, United States");
        await Send(member);
        await Send(member);
        await Assertions.Expect(member.Page).ToHaveURLAsync(new Regex("/map/entries/"));
        return new Uri(member.Page.Url).AbsolutePath;
    }

    static async Task<string> Found(Person member)
    {
        await member.GoTo("/communities/new");
        foreach (var (field, text) in new[] { ("Name", $"The Long Bench of Many Neighbours, {Interlocked.Increment(ref count)}"), ("Summary", "Neighbours who sit down together."), ("Place", "Maywood, Illinois") })
            await member.Page.Locator($"[name='Input.{field}']").FillAsync(text);
        await Send(member);
        await Assertions.Expect(member.Page.Locator("h1")).ToContainTextAsync("The Long Bench");
        return new Uri(member.Page.Url).AbsolutePath;
    }

    static async Task<string> OpenRoom(Person member)
    {
        await member.GoTo("/rooms/new");
        foreach (var (field, text) in new[] { ("Name", $"Beans and jobs, {Interlocked.Increment(ref count)}"), ("Purpose", "What grows, and who it feeds.") })
            await member.Page.Locator($"[name='Input.{field}']").FillAsync(text);
        await Send(member);
        await Assertions.Expect(member.Page.Locator("h1")).ToContainTextAsync("Beans and jobs");
        var room = new Uri(member.Page.Url).AbsolutePath;
        await member.Page.Locator("#Input_Topic").FillAsync("First harvest");
        await member.Page.Locator("[data-composer] textarea").FillAsync("We count every job from January.");
        await member.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await member.Page.Locator("#m-1").FocusAsync();
        await member.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(member.Page.Locator("#m-1")).ToHaveAttributeAsync("data-kind", "decision");
        await Assertions.Expect(member.Page.Locator("#m-1 .badge").First).Not.ToBeEmptyAsync();
        return room;
    }

    /// <summary>A request for a room for two that nobody answers.</summary>
    async Task<string> AskToTalk(Person member)
    {
        await App.Admit(new("tia_listens", "Tia Osei"));
        await member.GoTo("/members/tia_listens");
        if (await member.Page.Locator("main a[href$='/talk']").CountAsync() > 0)
        {
            await member.GoTo("/members/tia_listens/talk");
            await member.Page.Locator("[name='Input.Words']").FillAsync("To hear about a very long road that goes on and on.");
            await Send(member);
            await Assertions.Expect(member.Page.Locator("main a[href^='/rooms/requests/']")).ToBeVisibleAsync();
        }
        return (await member.Page.Locator("main a[href^='/rooms/requests/']").GetAttributeAsync("href"))!;
    }

    /// <summary>One is enough for all screens.</summary>
    static async Task<string> OfferVisit(Person host, string community)
    {
        await host.GoTo($"/visits/new?of={community[(community.LastIndexOf('/') + 1)..]}");
        await host.Page.Locator("[name='Input.Title']").FillAsync("Our long bench and its kitchen");
        await host.Page.Locator("[name='Input.See']").FillAsync("How neighbors sit down together, and what we tried first.");
        await Send(host);
        await Assertions.Expect(host.Page.Locator("h1")).ToHaveTextAsync("Our long bench and its kitchen");
        return new Uri(host.Page.Url).AbsolutePath;
    }

    static async Task<string> MakeVisit(Person guest, Person host, string offer)
    {
        await Found(guest);
        await guest.GoTo($"{offer}/apply");
        foreach (var (field, text) in new[] { ("Who", "Two nurses and a teacher"), ("Learn", "How the first month went"), ("Questions", "Who pays for the soup?\nWhat did you stop doing?") })
            await guest.Page.Locator($"[name='Input.{field}']").FillAsync(text);
        await Send(guest);
        var visit = new Uri(guest.Page.Url).AbsolutePath;
        await host.GoTo(visit);
        await host.Page.Locator("button[formaction*=Accept]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("a[href$='/day']")).ToBeVisibleAsync();
        return visit;
    }

    static async Task<string> MakePact(Person mentee, Person mentor)
    {
        foreach (var (person, kind) in new[] { (mentor, "offer"), (mentee, "ask") })
        {
            await person.GoTo($"/mentoring/{kind}");
            await person.Page.Locator("[name='Input.Topics'][value=metrics]").CheckAsync();
            await Send(person);
        }
        await mentee.GoTo("/mentoring");
        var pacts = mentee.Page.Locator("section[aria-labelledby=pacts] a");
        if (await pacts.CountAsync() == 0)
        {
            await mentee.GoTo("/mentoring/ask/joe_coach");
            await mentee.Page.Locator("[name='Input.Goal']").FillAsync("Count one thing every week");
            await Send(mentee);
            await mentor.GoTo("/mentoring");
            await mentor.Page.Locator("section[aria-labelledby=tome] a").First.ClickAsync();
            await Send(mentor);
            await Assertions.Expect(mentor.Page.Locator("h1")).ToHaveTextAsync("Count one thing every week");
            await mentee.GoTo("/mentoring");
        }
        return (await pacts.First.GetAttributeAsync("href"))!;
    }

    /// <summary>Returns the page that says how they hear of it.</summary>
    static async Task<string> FollowAHub(Person member)
    {
        await member.GoTo("/follow/hub/metrics");
        var rules = member.Page.Locator("main .notice a");
        if (await rules.CountAsync() == 0)
        {
            await Send(member);
            await member.GoTo("/follow/hub/metrics");
        }
        return (await rules.GetAttributeAsync("href"))!;
    }

    static Task Send(Person member) => member.Page.Locator("main form button.button-main").Last.ClickAsync();

    static async Task Say(Person speaker)
    {
        await speaker.GoTo("/rooms/welcome");
        await speaker.Page.Locator("[data-composer] textarea").FillAsync("Hello. `code` and > a quote");
        await speaker.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Assertions.Expect(speaker.Page.Locator("[data-talk] .said").First).ToBeVisibleAsync();
    }
}
