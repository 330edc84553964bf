using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>A steward lets somebody in, takes a story out, and somebody else answers the appeal.</summary>
public class HubJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    const string Hub = "/hubs/students-and-workforce";
    const string Title = "Students carry water to the night shift";

    static readonly Player Hana = new("hana_students", "Hana Brandt");
    static readonly Player Stella = new("stella_steward", "Stella Moreau");

    [Fact]
    public async Task A_steward_accepts_a_member_takes_a_story_out_and_an_appeal_brings_it_back()
    {
        var stella = await Member(Stella);
        await Join(stella);
        var mira = await Member(Cast.Mira);
        await MakeSteward(mira);
        await ApproveJoins(stella);

        var hana = await Member(Hana);
        await Join(hana);
        await Accept(stella);
        await Told(hana, "You are a member of Students and Workforce now");

        var story = await Publish(hana);
        await Share(hana, story);
        await TakeOut(stella, story);
        await Told(hana, "Your story was taken out of Students and Workforce");
        await Appeal(hana);

        await Told(mira, "Hana Brandt appeals against a decision");
        await Undo(mira);
        await Told(hana, "An appeal in Students and Workforce was answered");
        await hana.GoTo($"{Hub}/stories");
        await Expect(hana.Page.GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
    }

    static async Task Join(Person newcomer)
    {
        await newcomer.GoTo(Hub);
        await newcomer.Page.Locator($"main a[href='{Hub}/join']").ClickAsync();
        await newcomer.Page.Locator("[name='Input.Answers[0]']").FillAsync("I study nursing and work nights.");
        await newcomer.Page.Locator("[name='Input.Agreed']").CheckAsync();
        await Send(newcomer);
    }

    static async Task MakeSteward(Person editor)
    {
        await editor.GoTo($"{Hub}/roles");
        await editor.Page.Locator("main summary").First.ClickAsync();
        await editor.Page.Locator("main [id^='who-']").First.SelectOptionAsync(new SelectOptionValue { Label = Stella.Name });
        await editor.Page.Locator("main details button.button-main").First.ClickAsync();
        await Expect(editor.Page.Locator("main")).ToContainTextAsync($"{Stella.Name}, since");
    }

    static async Task ApproveJoins(Person steward)
    {
        await steward.GoTo($"{Hub}/edit");
        await steward.Page.Locator("[name='Input.ApprovesJoins']").CheckAsync();
        await Send(steward);
    }

    static async Task Accept(Person steward)
    {
        await Told(steward, "Hana Brandt asks to join");
        await steward.GoTo($"{Hub}/desk");
        await Expect(steward.Page.Locator("main dd")).ToContainTextAsync("I study nursing");
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "Accept Hana Brandt" }).ClickAsync();
        await Expect(steward.Page.Locator("main")).ToContainTextAsync("Nobody waits for an answer");
    }

    static async Task<string> Publish(Person author)
    {
        await author.GoTo("/stories/new");
        await author.Page.Locator("[name='Input.Title']").FillAsync(Title);
        await author.Page.Locator("[name='Input.WhatChanged']").FillAsync("Nobody works a night dry.");
        await author.Page.Locator("form.writing .send button.button-main").ClickAsync();
        await Expect(author.Page.Locator("h1.title")).ToHaveTextAsync(Title);
        return new Uri(author.Page.Url).AbsolutePath;
    }

    static async Task Share(Person member, string story)
    {
        await member.GoTo($"{Hub}/share");
        await member.Page.Locator("[name='Input.Address']").FillAsync(story);
        await Send(member);
        await Expect(member.Page.Locator("main .rows").GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
    }

    static async Task TakeOut(Person steward, string story)
    {
        await steward.GoTo($"{Hub}/stories");
        await steward.Page.Locator("main summary").ClickAsync();
        await steward.Page.Locator($"main a[href='{Hub}/take-out/{story.Split('/')[^1]}']").ClickAsync();
        await steward.Page.Locator("[name='Input.Point']").First.CheckAsync();
        await steward.Page.Locator("[name='Input.Reason']").FillAsync("The ward did not agree to be named.");
        await steward.Page.Locator("main form button.button-grief").ClickAsync();
        await Expect(steward.Page.Locator("main")).ToContainTextAsync("Story taken out");
    }

    static async Task Appeal(Person author)
    {
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Your story was taken out" }).ClickAsync();
        await Expect(author.Page.Locator("main")).ToContainTextAsync("The ward did not agree to be named.");
        await Expect(author.Page.Locator("main")).ToContainTextAsync("Be a true partner.");
        await author.Page.Locator("[name='Input.Words']").FillAsync("The story names no ward.");
        await Send(author);
        await Expect(author.Page.Locator("main")).ToContainTextAsync("Somebody else than who decided will answer");
    }

    static async Task Undo(Person editor)
    {
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "appeals against a decision" }).First.ClickAsync();
        await editor.Page.GetByLabel("Undo the decision").CheckAsync();
        await editor.Page.Locator("[name='Input.Reason']").FillAsync("It names none, indeed.");
        await Send(editor);
        await Expect(editor.Page.Locator("main")).ToContainTextAsync("The decision was undone");
    }

    static Task Send(Person person) => person.Page.Locator("main form button.button-main").Last.ClickAsync();

    static Task Told(Person person, string news) => Eventually.Holds($"somebody is told: {news}", async () =>
    {
        await person.GoTo("/notifications");
        return await person.Page.GetByText(news).CountAsync() > 0;
    });
}
