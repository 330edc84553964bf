using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HealthDoers.Tests.Harness;

/// <summary>Somebody at a browser of their own: own cookies, own window.</summary>
public sealed class Person : IAsyncDisposable
{
    readonly ConcurrentQueue<string> complaints = new();

    Person(string name, Screen screen, IBrowserContext context, IPage page)
    {
        (Name, Screen, Context, Page) = (name, screen, context, page);
        context.Console += (_, said) => Hear(said);
        context.WebError += (_, error) => complaints.Enqueue($"{error.Page?.Url}: {error.Error}");
    }

    public string Name { get; }

    public Screen Screen { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    public Keyboard Keyboard => new(Page);

    /// <summary>What the browser found wrong so far: errors of scripts, files that did not load, refusals by the page's policy.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<Person> Open(string name, App app, Browser browser, Screen screen, bool scripts = true)
    {
        var context = await browser.Open(new()
        {
            BaseURL = app.Address.ToString(),
            Locale = screen.Language,
            TimezoneId = "Europe/Madrid",
            ViewportSize = new() { Width = screen.Width, Height = 900 },
            // Half-faded colours would make every look at contrast a matter of luck.
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        return new Person(name, screen, context, await context.NewPageAsync());
    }

    public async Task<IResponse> GoTo(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Closes the tab, as a phone does when it needs the memory, and opens another in the same browser.</summary>
    public async Task OpenNewTab()
    {
        await Page.CloseAsync();
        Page = await Context.NewPageAsync();
    }

    public async Task SignIn(string email, string password)
    {
        await GoTo("/account/login");
        await Page.Locator("[name='Input.Email']").FillAsync(email);
        await Page.Locator("[name='Input.Password']").FillAsync(password);
        await Page.Locator("form:has([name='Input.Password']) [type=submit], form:has([name='Input.Password']) button.button-main").First.ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/account/login"));
    }

    public Task SignIn(Player player) => SignIn(player.Email, player.Password);

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    void Hear(IConsoleMessage said)
    {
        // A page that is refused or missing is an answer, and the browser says so on its console as well.
        var isAboutThePage = said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && said.Location.StartsWith(said.Page?.Url ?? "-", StringComparison.Ordinal);
        // A text that was published before it had saved itself is offered once more, and the answer is that it is there.
        var isSavedAlready = said.Text.Contains("409", StringComparison.Ordinal) && said.Location.Contains("/stories/drafts/", StringComparison.Ordinal);
        if (said.Type is "error" && !isAboutThePage && !isSavedAlready)
            complaints.Enqueue($"{said.Page?.Url}: {said.Text} ({said.Location})");
    }
}
