using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web;

static class Eventually
{
    /// <summary>What follows from a change comes a moment after it; ten seconds are long.</summary>
    public static Task UntilAsync(Func<Task<bool>> holds) => UntilAsync(holds, TimeSpan.FromSeconds(10));

    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan most)
    {
        for (var tries = 0; tries < most.TotalSeconds * 10; tries++)
        {
            if (await holds())
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"It did not come to hold within {most.TotalSeconds} seconds.");
    }

    /// <summary>The slug of a new story by this member.</summary>
    public static Task<string> StoryByAsync(this WebApp app, string handle, Action<Story>? then = null) => app.InDbAsync(async db =>
    {
        var author = await db.Members.SingleAsync(m => m.Handle == handle);
        var story = new Story(author, Tests.Domain.People.Garden(), $"garden-{Guid.NewGuid():N}"[..24], DateTimeOffset.UtcNow);
        then?.Invoke(story);
        db.Add(story);
        await db.SaveChangesAsync();
        return story.Slug;
    });
}
