using Microsoft.Playwright;

namespace HealthDoers.Tests.Harness;

/// <summary>A person who has no pointer: everything is reached by Tab and done by Enter, Space and typing.</summary>
public sealed class Keyboard(IPage page)
{
    const int TabsBeforeGivingUp = 200;

    /// <summary>Presses Tab until the focus is on the target, and requires that it can be seen there.</summary>
    public async Task TabTo(ILocator target)
    {
        await target.WaitForAsync();
        for (var tabs = 0; tabs < TabsBeforeGivingUp; tabs++)
        {
            if (await HasFocus(target))
            {
                Assert.True(await FocusShows(target), $"The focus is on {target} but does not show.");
                Assert.True(await IsInView(target), $"The focus is on {target}, behind something else.");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{target} was not reached with {TabsBeforeGivingUp} presses of Tab.");
    }

    public async Task Press(ILocator target, string key = "Enter")
    {
        await TabTo(target);
        await page.Keyboard.PressAsync(key);
    }

    public async Task Type(ILocator field, string text)
    {
        await TabTo(field);
        await page.Keyboard.TypeAsync(text);
    }

    static Task<bool> HasFocus(ILocator target) => target.EvaluateAsync<bool>("node => node === document.activeElement");

    static Task<bool> FocusShows(ILocator target) => target.EvaluateAsync<bool>(
        """
        node => {
          const box = node.getBoundingClientRect();
          const marked = [node, node.closest('label'), node.parentElement].filter(Boolean).some(part => {
            const style = getComputedStyle(part);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          });
          return marked && box.width > 0 && box.height > 0;
        }
        """);

    // What sticks to an edge of the window may cover a part of it, never the whole.
    static Task<bool> IsInView(ILocator target) => target.EvaluateAsync<bool>(
        """
        node => {
          const { left, right, top, bottom } = node.getBoundingClientRect();
          const points = [[left + 2, top + 2], [right - 2, top + 2], [(left + right) / 2, (top + bottom) / 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
          return points.some(([x, y]) => {
            const there = document.elementFromPoint(x, y);
            return there !== null && node.contains(there);
          });
        }
        """);
}
