namespace HealthDoers.Search;

/// <summary>The words by which a document says who may find it and an asker says who they are.</summary>
public static class Audience
{
    public const string Everyone = "everyone";
    public const string Members = "members";

    public static string Room(Guid id) => $"room:{id}";
}
