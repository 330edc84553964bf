namespace HealthDoers.Web.Look;

/// <summary>The words of the main navigation, in their order. An entry stands here once its page does.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationEntry> Entries { get; } =
    [
        new("stories", "/stories", "NavStories"),
        new("ideas", "/ideas", "NavIdeas"),
        new("map", "/map", "NavMap"),
        new("hubs", "/hubs", "NavHubs"),
        new("rooms", "/rooms", "NavRooms"),
        new("mentoring", "/mentoring", "NavMentoring"),
        new("members", "/members", "NavMembers"),
        new("glossary", "/glossary", "NavGlossary"),
    ];
}

/// <param name="Key">What a page sets as <see cref="PageFrame.Section"/>.</param>
/// <param name="Word">The key of its word in the shared text.</param>
public sealed record NavigationEntry(string Key, string Url, string Word);
