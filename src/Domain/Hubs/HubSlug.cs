namespace HealthDoers.Domain.Hubs;

/// <summary>Every address a hub ever had leads to it, and those of hubs that merged into it too.</summary>
public sealed class HubSlug
{
    HubSlug() { }

    public HubSlug(string slug, Guid hubId) => (Slug, HubId) = (slug, hubId);

    public string Slug { get; private set; } = "";
    public Guid HubId { get; private set; }

    public void LeadTo(Guid hubId) => HubId = hubId;
}
