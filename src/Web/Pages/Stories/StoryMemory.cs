using HealthDoers.Web.Data;
using HealthDoers.Web.Files;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>What the most visited pages have read of public stories, ready on this node for whoever comes next. Nothing in it is of one visitor.</summary>
sealed class StoryMemory(TimeProvider clock)
{
    /// <summary>The home page, by language.</summary>
    public Remembered<string, HomeReading> Homes { get; } = new(8, clock);

    /// <summary>Lists, by address and language.</summary>
    public Remembered<(string Address, string Language), StoryListing> Lists { get; } = new(100, clock);

    /// <summary>Stories, by slug and language.</summary>
    public Remembered<(string Slug, string Language), StoryReading> Stories { get; } = new(300, clock);

    /// <summary>Uploads that stand in a public story, by hash.</summary>
    public Remembered<string, KnownFile> Files { get; } = new(1_000, clock);

    public void Forget(IReadOnlySet<Guid> stories)
    {
        Homes.ForgetAll();
        Lists.ForgetAll();
        Files.ForgetAll();
        Stories.Forget((_, story) => stories.Contains(story.Id));
    }

    public void ForgetAll()
    {
        Homes.ForgetAll();
        Lists.ForgetAll();
        Stories.ForgetAll();
        Files.ForgetAll();
    }
}
