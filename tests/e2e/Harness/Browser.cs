using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HealthDoers.Tests.Harness.Browser))]

namespace HealthDoers.Tests.Harness;

/// <summary>One Chromium for all tests; each person in a test has a context of their own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    IPlaywright? playwright;
    IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable(playwright),
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public Task<IBrowserContext> Open(BrowserNewContextOptions options) => chromium!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    static string Executable(IPlaywright playwright) =>
        ((string?[])[Environment.GetEnvironmentVariable("HEALTHDOERS_CHROMIUM"), playwright.Chromium.ExecutablePath, .. Usual])
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("No Chromium was found. ./dev test installs one, or set HEALTHDOERS_CHROMIUM to the path of yours.");
}
