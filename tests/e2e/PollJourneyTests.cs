using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>A room decides: once with open votes that everybody watches, once without anybody knowing who chose what.</summary>
public class PollJourneyTests(App app, Browser browser) : RoomJourney(app, browser)
{
    static readonly Player Pia = new("pia_polls", "Pia Sander");
    static readonly Player Leo = new("leo_votes", "Leo Amari");
    static readonly Player Uma = new("uma_votes", "Uma Castillo");

    [Fact]
    public async Task An_open_vote_shows_at_the_other_at_once_and_a_secret_one_shows_when_it_is_closed()
    {
        var (pia, leo, uma) = (await Member(Pia), await Member(Leo, Screen.Phone), await Member(Uma));
        var room = await OpenRoom(pia, "What to plant");
        await leo.GoTo(room);

        await Ask(pia, room, "What do we plant?", "Dot", secret: false, "Beans\nCorn\nSquash");
        await Expect(leo.Page.Locator("#m-1 [data-poll]")).ToContainTextAsync("Squash");
        await Vote(leo);
        var dots = leo.Page.Locator("main input[type=number]");
        await dots.Nth(0).FillAsync("1");
        await dots.Nth(2).FillAsync("1");
        await Send(leo);
        await Expect(pia.Page.Locator("#m-1 [data-poll-facts]")).ToContainTextAsync("1 vote");
        await Expect(pia.Page.Locator("#m-1 [data-poll-options] li").Nth(2)).ToContainTextAsync($"@{Leo.Handle}");

        await Ask(pia, room, "Do we sell what we grow?", "Choice", secret: true, "Yes\nNo");
        foreach (var (voter, answer) in new[] { (pia, 0), (leo, 0), (uma, 1) })
        {
            await voter.GoTo(room);
            await Vote(voter, 2);
            await voter.Page.Locator($"main input[type=radio][value='{answer}']").CheckAsync();
            await Send(voter);
            await Expect(voter.Page.Locator("#m-2 [data-poll]")).Not.ToContainTextAsync("@");
        }
        await Expect(leo.Page.Locator("#m-2 [data-poll-facts]")).ToContainTextAsync("3 votes");
        await Expect(leo.Page.Locator("#m-2 [data-poll-outcome]")).ToContainTextAsync("when the poll is closed");
        await Vote(pia, 2);
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Close the poll" }).ClickAsync();

        await Expect(leo.Page.Locator("#m-2 [data-poll-options] li").First.Locator("b")).ToHaveTextAsync("2");
        await Expect(leo.Page.Locator("#m-2 [data-poll]")).Not.ToContainTextAsync("@");
        Assert.Empty(pia.Complaints.Concat(leo.Complaints).Concat(uma.Complaints));
    }

    static async Task Ask(Person who, string room, string question, string kind, bool secret, string answers)
    {
        await who.GoTo(room + "/poll");
        await Field(who, "Question").FillAsync(question);
        await who.Page.Locator($"[name='Input.Kind'][value={kind}]").CheckAsync();
        await Field(who, "Answers").FillAsync(answers);
        if (secret)
            await who.Page.Locator("input[type=checkbox][name='Input.Secret']").CheckAsync();
        await Send(who);
        await Expect(who.Page.Locator("[data-talk]")).ToContainTextAsync(question);
    }

    static async Task Vote(Person who, int seq = 1)
    {
        await who.Page.Locator($"#m-{seq} [data-poll-link]").ClickAsync();
        await Expect(who.Page.Locator("h1")).ToHaveTextAsync("Vote");
    }
}
