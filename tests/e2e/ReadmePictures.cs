using Microsoft.Playwright;

namespace HealthDoers.Tests;

/// <summary>Takes the pictures of the readme; only <c>./dev screenshots</c> asks for it.</summary>
public class ReadmePictures(App app, Browser browser) : Journey(app, browser)
{
    static readonly string Folder =
        Environment.GetEnvironmentVariable("HEALTHDOERS_SCREENSHOTS") ?? Directory.CreateTempSubdirectory("healthdoers-pictures-").FullName;

    [Fact(Explicit = true), Trait("for", "readme")]
    public async Task Draw()
    {
        var reader = await Someone();
        await Take(reader, "/", "home");
        await Take(reader, "/stories", "stories");
        if (await reader.Page.Locator("main a[href^='/stories/']:not([href*='feed'], [href$='/new'])").First.GetAttributeAsync("href") is { } story)
            await Take(reader, story, "story");
        await Take(reader, "/glossary", "glossary");

        var phone = await Someone("phone", Screen.Phone);
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Take(phone, "/", "home-phone-dark");
    }

    static async Task Take(Person person, string path, string name)
    {
        var answer = await person.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(200, answer!.Status);
        await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
    }
}
