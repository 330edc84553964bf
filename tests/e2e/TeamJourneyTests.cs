using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>A community founds a team, another one says yes, both agree to the same words and talk.</summary>
public class TeamJourneyTests(App app, Browser browser) : RoomJourney(app, browser)
{
    static readonly Player Lea = new("lea_founds", "Lea Haddad");
    static readonly Player Tom = new("tom_joins", "Tom Weaver");

    [Fact]
    public async Task A_team_is_founded_with_its_rules_and_its_agreement()
    {
        var (lea, tom) = (await Member(Lea), await Member(Tom, Screen.Phone));
        await AddCommunity(lea, "Beans of the North Bank");
        await AddCommunity(tom, "Gardens of the South Bank");

        await lea.GoTo("/teams/new");
        await Field(lea, "Name").FillAsync("Both banks of the river");
        await Send(lea);
        await Expect(lea.Page.Locator("main [aria-invalid=true]").First).ToBeVisibleAsync();
        await Expect(Field(lea, "Name")).ToHaveValueAsync("Both banks of the river");
        await Field(lea, "Shares").FillAsync("Food that grows within a walk");
        await lea.Page.Locator("[name='Input.Support'][value=Free]").CheckAsync();
        await Send(lea);
        await Expect(lea.Page.Locator("h1")).ToContainTextAsync("Both banks of the river");
        await lea.Page.Locator("[name='Asked.Community']").FillAsync("Gardens of the South Bank");
        await lea.Page.Locator("[name='Asked.Part'][value=Mentor]").CheckAsync();
        await lea.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(lea.Page.Locator("main")).ToContainTextAsync("Gardens of the South Bank");
        var team = new Uri(lea.Page.Url).AbsolutePath.Replace("/manage", "", StringComparison.Ordinal);

        await tom.GoTo(team);
        await tom.Page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true }).ClickAsync();
        await tom.Page.GetByRole(AriaRole.Button, new() { Name = "Say yes for Gardens of the South Bank" }).ClickAsync();
        await tom.GoTo(team);
        await tom.Page.GetByRole(AriaRole.Link, new() { Name = "Come into the team's room" }).ClickAsync();
        // Without agreeing nobody comes in.
        await Send(tom);
        await Expect(tom.Page.Locator("main [aria-invalid=true]").First).ToBeVisibleAsync();
        await tom.Page.Locator("input[type=checkbox][name='Input.Agreed']").CheckAsync();
        await Send(tom);
        await Expect(Composer(tom)).ToBeVisibleAsync();

        await lea.GoTo(new Uri(tom.Page.Url).AbsolutePath);
        await Say(tom, "@pacesetter what grows at your place?");
        await Expect(lea.Page.Locator("[data-talk]")).ToContainTextAsync("what grows at your place?");
        await Say(lea, "Beans");
        await Expect(tom.Page.Locator("[data-talk]")).ToContainTextAsync("Beans");
        Assert.Empty(lea.Complaints.Concat(tom.Complaints));
    }

    static async Task AddCommunity(Person member, string name)
    {
        await member.GoTo("/communities/new");
        await Field(member, "Name").FillAsync(name);
        await Field(member, "Summary").FillAsync("Neighbours who grow food together.");
        await Field(member, "Place").FillAsync("Maywood, Illinois");
        await Send(member);
        await Expect(member.Page.Locator("h1")).ToContainTextAsync(name);
    }
}
