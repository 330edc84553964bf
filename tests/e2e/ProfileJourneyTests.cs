using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>A community makes its published profile its own.</summary>
public class ProfileJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Profile = "/communities/healthy-in-the-hills";

    [Fact]
    public async Task A_claimed_profile_completes_its_three_legs_and_a_second_editor_sees_both_versions()
    {
        var ana = await Member(Cast.Ana);
        var joe = await Member(Cast.Joe);
        var mira = await Member(Cast.Mira);

        await Claim(ana);
        await Accept(mira);
        await Edit(ana, "Residents", "12");
        await Invite(ana, Cast.Joe);
        await SayYes(joe);

        await ana.GoTo(Profile);
        await Expect(ana.Page.Locator(".leg")).ToHaveCountAsync(3);
        await Expect(ana.Page.Locator(".leg-gap")).ToHaveCountAsync(1);
        await Expect(ana.Page.Locator(".legs")).ToContainTextAsync("A connector");
        await Look.Axe(ana.Page);

        await EditAtOnce(ana, joe);
    }

    static async Task Claim(Person member)
    {
        await member.GoTo(Profile);
        await member.Page.Locator($"a[href='{Profile}/claim']").ClickAsync();
        await Field(member, "Who").FillAsync("I coordinate the garden.");
        await Field(member, "Proof").FillAsync("The town's website names me.");
        await Send(member);
        await Expect(member.Page).ToHaveURLAsync(new Regex(Profile + "$"));
    }

    static async Task Accept(Person editor)
    {
        await editor.GoTo("/admin/claims");
        await editor.Page.Locator("article", new() { HasText = "I coordinate the garden." }).Locator("button[value=true]").ClickAsync();
        await Expect(editor.Page.Locator(".said-now")).ToBeVisibleAsync();
    }

    static async Task Edit(Person steward, string leg, string people)
    {
        await steward.GoTo($"{Profile}/edit");
        await steward.Page.Locator("[name='Input.People[LivedExperience]']").FillAsync(people);
        await steward.Page.Locator("[name='Input.Roles[LivedExperience]']").FillAsync(leg);
        await Send(steward);
        await Expect(steward.Page.Locator(".legs")).ToContainTextAsync($"{people} people");
    }

    static async Task Invite(Person steward, Player player)
    {
        await steward.GoTo($"{Profile}/team");
        await Field(steward, "Handle").FillAsync(player.Handle);
        await steward.Page.Locator("[name='Input.Leg'][value=Connector]").CheckAsync();
        await Send(steward);
        await Expect(steward.Page.Locator(".seats")).ToContainTextAsync(player.Name);
    }

    static async Task SayYes(Person invited)
    {
        await invited.GoTo(Profile);
        await invited.Page.Locator($"a[href='{Profile}/seat']").ClickAsync();
        await invited.Page.Locator("[name='Input.Naming'][value=NoName]").CheckAsync();
        await Send(invited);
        await Expect(invited.Page).ToHaveURLAsync(new Regex(Profile + "$"));
    }

    static async Task EditAtOnce(Person first, Person second)
    {
        await first.GoTo($"{Profile}/edit");
        await second.GoTo($"{Profile}/edit");
        await Field(first, "Needs").FillAsync("Seeds for the spring.");
        await Send(first);
        await Expect(first.Page).ToHaveURLAsync(new Regex(Profile + "$"));

        await Field(second, "Needs").FillAsync("A van on Saturdays.");
        await Send(second);
        await Expect(second.Page.Locator(".meanwhile")).ToContainTextAsync("Seeds for the spring.");
        await Expect(second.Page.Locator(".meanwhile")).ToContainTextAsync("A van on Saturdays.");
        await Look.Axe(second.Page);

        await Field(second, "Needs").FillAsync("Seeds for the spring and a van on Saturdays.");
        await Send(second);
        await Expect(second.Page.Locator("main")).ToContainTextAsync("Seeds for the spring and a van on Saturdays.");
    }

    static ILocator Field(Person person, string name) => person.Page.Locator($"[name='Input.{name}']");

    static Task Send(Person person) => person.Page.Locator("main form button.button-main").Last.ClickAsync();
}
