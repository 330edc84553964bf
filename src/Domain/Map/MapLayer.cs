namespace HealthDoers.Domain.Map;

/// <summary>What the map shows, in the order in which layers are offered.</summary>
public enum MapLayer
{
    Community,
    Initiative,
    Hub,
    ChangeAgent,
    BrightSpot,
    SiteVisitHost,
}
