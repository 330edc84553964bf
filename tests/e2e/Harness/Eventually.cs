using System.Diagnostics;

namespace HealthDoers.Tests.Harness;

/// <summary>Waits for what happens a moment after its cause, and says what was waited for when it does not.</summary>
public static class Eventually
{
    /// <summary>The promise of the site: what was saved is found everywhere within this time.</summary>
    public static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    /// <param name="within">The promise under test; without one, as long as a crowded machine may need.</param>
    public static async Task Holds(string what, Func<Task<bool>> question, TimeSpan? within = null)
    {
        var since = Stopwatch.StartNew();
        while (!await question())
        {
            Assert.True(since.Elapsed < (within ?? TimeSpan.FromSeconds(15)), $"After {since.Elapsed.TotalSeconds:0.0} s still not: {what}.");
            await Task.Delay(50);
        }
    }
}
