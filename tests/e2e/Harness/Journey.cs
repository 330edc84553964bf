namespace HealthDoers.Tests.Harness;

/// <summary>A test in a browser. When it fails, its output says what each person saw and what the site logged.</summary>
public abstract class Journey(App app, Browser browser) : IAsyncLifetime
{
    readonly List<Person> people = [];

    protected App App => app;

    protected Browser Browser => browser;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Somebody new to the site, at their own browser.</summary>
    protected Task<Person> Someone(string name = "someone", Screen? screen = null, bool scripts = true) => SomeoneAt(app, name, screen, scripts);

    /// <summary>A member of the cast, signed in.</summary>
    protected async Task<Person> Member(Player player, Screen? screen = null, bool scripts = true)
    {
        await app.Admit(player);
        var person = await Someone(player.Handle, screen, scripts);
        await person.SignIn(player);
        return person;
    }

    /// <summary>Somebody at a site that the test started for itself.</summary>
    protected async Task<Person> SomeoneAt(App site, string name = "someone", Screen? screen = null, bool scripts = true)
    {
        var person = await Person.Open(name, site, browser, screen ?? Screen.Desk, scripts);
        people.Add(person);
        return person;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await Report();
        foreach (var person in people)
            await person.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task Report()
    {
        var folder = Directory.CreateTempSubdirectory("healthdoers-failed-").FullName;
        var output = TestContext.Current.TestOutputHelper;
        foreach (var person in people)
        {
            var picture = Path.Combine(folder, $"{person.Name}.png");
            await person.Page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            output?.WriteLine($"{person.Name} was at {person.Page.Url} and saw {picture}");
        }
        output?.WriteLine("The site's last lines:");
        output?.WriteLine(string.Join('\n', app.Log.Split('\n').TakeLast(60)));
    }
}
