using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HealthDoers.Tests.Harness;

/// <summary>What a page must look like to everybody.</summary>
public static class Look
{
    // The themes differ in nothing else, and the other rules take most of the time.
    static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>Axe finds nothing, in light and in dark.</summary>
    public static async Task Axe(IPage page)
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            // Buttons glide from one theme's colour to the other's; what counts is where they arrive.
            await page.EvaluateAsync("() => Promise.race([Promise.all(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished.catch(() => {}))), new Promise(done => setTimeout(done, 2000))])");
            var found = await page.RunAxe(theme is ColorScheme.Light ? null : Colours);
            Assert.True(found.Violations.Length == 0, $"{page.Url} in {theme}: {string.Join("\n", found.Violations.Select(Told))}");
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Nothing sticks out: the page never scrolls sideways.</summary>
    public static async Task FitsItsWidth(IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.body.querySelectorAll('*')]
                .filter(node => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(node => node.outerHTML.slice(0, 120))
            """);
        Assert.True(wide.Length == 0, $"{page.Url} scrolls sideways because of:\n{string.Join("\n", wide.Take(5))}");
    }

    static string Told(AxeResultItem rule) =>
        $"{rule.Id}: {rule.Help}\n" + string.Join("\n", rule.Nodes.Take(5).Select(node => $"  {node.Html}\n    {string.Join("; ", node.Any.Select(check => check.Message))}"));
}
