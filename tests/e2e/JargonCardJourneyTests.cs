using System.Diagnostics;
using static Microsoft.Playwright.Assertions;

namespace HealthDoers.Tests;

/// <summary>Two people in a room: one does not know a word, and nobody learns who.</summary>
public class JargonCardJourneyTests(App app, Browser browser) : Journey(app, browser)
{
    static readonly Player Tess = new("tess_talks", "Tess Moreno");
    static readonly Player Ben = new("ben_asks", "Ben Ruiz");

    [Fact]
    public async Task A_card_raised_by_one_shows_at_the_other_within_a_second_with_the_meaning_and_no_name()
    {
        var tess = await Member(Tess);
        var ben = await Member(Ben, Screen.Phone);
        await tess.GoTo("/rooms/new");
        await tess.Page.Locator("[name='Input.Name']").FillAsync("Runs and charts");
        await tess.Page.Locator("[name='Input.Purpose']").FillAsync("To talk about charts");
        await tess.Page.Locator("[name='Input.Audience'][value=Open]").CheckAsync();
        await tess.Page.Locator("main form button.button-main").ClickAsync();
        await Expect(tess.Page.Locator("[data-composer] textarea")).ToBeVisibleAsync();
        var room = new Uri(tess.Page.Url).AbsolutePath;
        await ben.GoTo(room);
        await tess.Page.Locator("[data-composer] textarea").FillAsync("Bring your run chart on Friday");
        await tess.Page.Locator("[data-composer] button.button-main").ClickAsync();
        await Expect(ben.Page.Locator("#m-1 .said")).ToContainTextAsync("run chart");

        await ben.Page.Locator("#m-1 .tools summary").ClickAsync();
        await ben.Page.Locator("#m-1 [data-do=card]").ClickAsync();
        await ben.Page.Locator("#m-1 [name=word]").FillAsync("run chart");
        var raised = Stopwatch.StartNew();
        await ben.Page.Locator("#m-1 .editing button.button-main").ClickAsync();
        await Expect(tess.Page.Locator("#m-1 .jargon dfn")).ToHaveTextAsync("run chart");
        raised.Stop();

        Assert.True(raised.Elapsed < TimeSpan.FromSeconds(2), $"It took {raised.Elapsed}.");
        await Expect(tess.Page.Locator("#m-1 .jargon [data-card-meaning]")).Not.ToBeEmptyAsync();
        await Expect(tess.Page.Locator("#m-1 .jargon")).ToContainTextAsync("Somebody raised a Jargon Card");
        await Expect(tess.Page.Locator("#m-1 .jargon")).Not.ToContainTextAsync(Ben.Name);
        await Expect(tess.Page.Locator("#m-1 [data-card-author]")).ToBeVisibleAsync();
        await Expect(ben.Page.Locator("#m-1 .jargon dfn")).ToHaveTextAsync("run chart");
        await Expect(ben.Page.Locator("#m-1 [data-card-author]")).ToBeHiddenAsync();
        await Expect(ben.Page.Locator("#m-1 [data-card-away]")).ToBeHiddenAsync();
        Assert.Empty(tess.Complaints.Concat(ben.Complaints));
    }
}
