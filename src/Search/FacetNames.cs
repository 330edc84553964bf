namespace HealthDoers.Search;

public static class FacetNames
{
    public const string Kind = "kind";
    public const string Topic = "topic";
    public const string Place = "place";
    public const string Source = "source";
    public const string Evidence = "evidence";
    public const string Skill = "skill";
    public const string Population = "population";

    public static IReadOnlyList<string> All { get; } = [Kind, Topic, Place, Source, Evidence, Skill, Population];
}
