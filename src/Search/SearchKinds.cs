namespace HealthDoers.Search;

public static class SearchKinds
{
    public static IReadOnlyList<string> All { get; } =
        ["idea", "story", "community", "initiative", "partner", "hub", "member", "gathering", "resource", "term", "message"];
}
