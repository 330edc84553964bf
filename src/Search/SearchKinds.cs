namespace HealthDoers.Search;

public static class SearchKinds
{
    public static IReadOnlyList<string> All { get; } =
        ["idea", "story", "community", "initiative", "hub", "member", "gathering", "resource", "term", "message"];
}
