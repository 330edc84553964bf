namespace HealthDoers.Domain.Hubs;

/// <summary>
/// One version of what the members of a hub agree to. A version never changes, so it stays known what somebody agreed to
/// and which sentence a decision cites.
/// </summary>
public sealed class HubAgreement : Entity
{
    public const int PointLimit = 300;
    public const int MostPoints = 12;

    HubAgreement() { }

    internal HubAgreement(Guid hubId, int number, Dictionary<string, List<string>> points, Guid? byId, DateTimeOffset at)
    {
        HubId = hubId;
        Number = number;
        Points = points;
        ById = byId;
        At = at;
    }

    public Guid HubId { get; private set; }
    public int Number { get; private set; }

    /// <summary>By language, the same points in the same order in each.</summary>
    public Dictionary<string, List<string>> Points { get; private set; } = [];

    /// <summary>Null for the principles that a hub starts with.</summary>
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<string> In(string language) =>
        Points.GetValueOrDefault(language) ?? Points.GetValueOrDefault("en") ?? Points.Values.First();
}
