using Microsoft.Playwright;

namespace HealthDoers.Tests.Harness;

/// <summary>Somebody at a browser of their own: own cookies, own window.</summary>
public sealed class Person(string name, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public string Name => name;

    public IBrowserContext Context => context;

    public IPage Page => page;

    public Keyboard Keyboard => new(page);

    public static async Task<Person> Open(string name, App app, Browser browser, Screen screen)
    {
        var context = await browser.Open(new()
        {
            BaseURL = app.Address.ToString(),
            Locale = screen.Language,
            TimezoneId = "Europe/Madrid",
            ViewportSize = new() { Width = screen.Width, Height = 900 },
            // Half-faded colours would make every look at contrast a matter of luck.
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Person(name, context, await context.NewPageAsync());
    }

    public async Task GoTo(string path) => await page.GotoAsync(path);

    public async Task SignIn(string email, string password)
    {
        await GoTo("/account/login");
        await page.Locator("[name='Input.Email']").FillAsync(email);
        await page.Locator("[name='Input.Password']").FillAsync(password);
        await page.Locator("form:has([name='Input.Password']) [type=submit]").First.ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/login"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
